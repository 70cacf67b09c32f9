import { formatLabels, videoLabels } from "../../shared/labels";
import { Icon } from "../../ui/icons/icon";
import type { Schedule } from "../experience/experience";

/** Where a schedule's interviews are held. */
export function LocationLine({ schedule }: { schedule: Schedule }) {
  const isInPerson = schedule.format === "in_person";
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon name={isInPerson ? "pin" : "video"} className="text-muted" />
      {locationOf(schedule)}
    </span>
  );
}

function locationOf({ format, video, location, employer }: Schedule): string {
  if (format === "in_person") return location ?? formatLabels.in_person;
  if (video === "external") {
    return employer ? "The employer’s video meeting" : "Your own video meeting";
  }
  return video === "in_app" ? videoLabels.in_app : "By video";
}
