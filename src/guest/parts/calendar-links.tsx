import { useState } from "react";
import {
  googleCalendarUrl,
  outlookCalendarUrl,
  type ScheduleFacts,
  scheduleEvent,
  studentEvent,
} from "../../lib/calendar-links";
import { formatDay } from "../../lib/dates/format-date";
import { saveFile } from "../../lib/save-file";
import { Button } from "../../ui/buttons/button";
import { buttonClass } from "../../ui/buttons/button-class";
import type { Experience, Schedule } from "../experience/experience";
import { useGuest } from "../experience/guest-context";

/** Three ways to the viewer's own calendar; nothing while the times are not set. */
export function CalendarLinks({ schedule }: { schedule: Schedule }) {
  const { experience, calendar } = useGuest();
  const [state, setState] = useState<"ready" | "pending" | "failed">("ready");
  const { starts_at, ends_at } = schedule;
  if (!starts_at || !ends_at) return null;
  const event = eventOf(experience, { ...schedule, starts_at, ends_at });
  const day = formatDay(starts_at, schedule.time_zone);

  async function download() {
    setState("pending");
    try {
      saveFile(await calendar(schedule.id), "interviews.ics");
      setState("ready");
    } catch {
      setState("failed");
    }
  }

  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div role="group" aria-label={`Add ${day} to your calendar`} className="flex flex-wrap gap-2">
        <CalendarLink href={googleCalendarUrl(event)}>Add to Google</CalendarLink>
        <CalendarLink href={outlookCalendarUrl(event)}>Outlook</CalendarLink>
        <Button size="lg" isPending={state === "pending"} onClick={download}>
          Download .ics
        </Button>
      </div>
      <p role="alert" className="text-danger text-sm empty:hidden">
        {state === "failed" && "The calendar file could not be downloaded. Try again in a moment."}
      </p>
    </div>
  );
}

function eventOf({ school, employer }: Experience, schedule: Schedule & ScheduleFacts) {
  return employer === null
    ? studentEvent(school, { ...schedule, employer: schedule.employer ?? "" })
    : scheduleEvent(school, employer, schedule);
}

function CalendarLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={buttonClass(undefined, "lg")}
    >
      {children}
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
