import { Button } from "../../ui/buttons/button";
import { buttonClass } from "../../ui/buttons/button-class";
import { cx } from "../../ui/cx";
import { Icon } from "../../ui/icons/icon";
import type { Schedule } from "../experience/experience";
import { useGuest } from "../experience/guest-context";
import { counterpart } from "../experience/labels";
import { type Entry, isToday } from "../experience/timeline";

/** Enters the interview's room, or opens the employer's own meeting; nothing where there is neither. */
export function JoinButton({ entry }: { entry: Entry }) {
  const { go } = useGuest();
  const { schedule, id } = entry;
  if (!hasRoom(entry)) return <MeetingLink schedule={schedule} />;
  return (
    <Button
      variant="primary"
      size="lg"
      className="w-full"
      onClick={() => go({ to: "room", slotId: id })}
    >
      {schedule.employer ? "Enter the interview room" : "Join interview"}
    </Button>
  );
}

/** In a row of today's other interviews: to be early, or to go back. */
export function JoinRow({ entry }: { entry: Entry }) {
  const { go } = useGuest();
  if (!hasRoom(entry)) return null;
  return (
    <Button
      className="ml-auto max-sm:col-start-2 max-sm:mt-1 max-sm:ml-0 max-sm:justify-self-start"
      aria-label={`Enter room: ${counterpart(entry)}`}
      onClick={() => go({ to: "room", slotId: entry.id })}
    >
      Enter room
    </Button>
  );
}

function hasRoom({ schedule, student }: Entry): boolean {
  return schedule.video === "in_app" && isToday(schedule) && student !== null;
}

function MeetingLink({ schedule }: { schedule: Schedule }) {
  if (schedule.video !== "external" || !schedule.meeting_url) return null;
  return (
    <a
      href={schedule.meeting_url}
      target="_blank"
      rel="noopener noreferrer"
      className={cx(buttonClass("primary", "lg"), "w-full")}
    >
      Join interview
      <Icon name="external" />
      <span className="sr-only">(opens your video meeting in a new tab)</span>
    </a>
  );
}
