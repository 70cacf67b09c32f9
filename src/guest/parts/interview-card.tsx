import { toDate } from "../../lib/dates/format-date";
import { Card } from "../../ui/layout/card";
import type { Schedule } from "../experience/experience";
import { useGuest } from "../experience/guest-context";
import { countdown, dayLabel } from "../experience/labels";
import { CalendarLinks } from "./calendar-links";
import { ChangeMark } from "./change-mark";
import { CheckDevices } from "./check-devices";
import { DayFacts } from "./day-facts";
import { LocationLine } from "./location";
import { Subscribe } from "./subscribe";

/** The next interview before its day: with whom, when, where, and into the calendar. */
export function InterviewCard({ schedule }: { schedule: Schedule }) {
  const { now, viewerZone } = useGuest();
  const { starts_at, employer, position } = schedule;
  return (
    <Card className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap justify-between gap-x-4 text-muted">
          <p>Your next interview is on</p>
          {starts_at && <p>{countdown(toDate(starts_at).getTime(), now, viewerZone)}</p>}
        </div>
        <h2 className="font-semibold text-[1.375rem] sm:text-xl">
          {dayLabel(schedule)} <ChangeMark id={schedule.id} />
        </h2>
        <DayFacts schedule={schedule} />
      </div>
      <div className="flex flex-col gap-1">
        <p className="wrap-anywhere">
          <span className="font-medium">{employer}</span>
          {position && ` · ${position}`}
        </p>
        <LocationLine schedule={schedule} />
      </div>
      <p className="text-pretty">{whatToExpect(schedule)}</p>
      <CalendarLinks schedule={schedule} />
      <Subscribe />
      <CheckDevices schedule={schedule} />
    </Card>
  );
}

function whatToExpect({ format }: Schedule): string {
  return format === "in_person"
    ? "Please arrive a few minutes early. On the day, this page shows who will interview you."
    : "On the day, open this page a few minutes early and join from here, in your browser.";
}
