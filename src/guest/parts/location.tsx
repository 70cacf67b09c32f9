import { locationOf } from "../../shared/location";
import { Icon } from "../../ui/icons/icon";
import type { Schedule } from "../experience/experience";

type ScheduleLocation = Pick<Schedule, "format" | "video" | "location" | "employer">;

/** Where a schedule's interviews are held. */
export function LocationLine({ schedule }: { schedule: ScheduleLocation }) {
  const isInPerson = schedule.format === "in_person";
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon name={isInPerson ? "pin" : "video"} className="text-muted" />
      {locationFor(schedule)}
    </span>
  );
}

function locationFor(schedule: ScheduleLocation): string {
  if (schedule.video !== "external") return locationOf(schedule);
  return schedule.employer ? "External video meeting" : "Your own video meeting";
}
