import { formatZone, formatZonedRange } from "../../lib/dates/format-date";
import type { Schedule } from "../experience/experience";
import { useGuest } from "../experience/guest-context";
import { viewerTimeRange } from "../experience/labels";

interface DayFactsProps {
  schedule: Pick<Schedule, "starts_at" | "ends_at" | "time_zone">;
}

/** A schedule's times with the zone named, and the viewer's if they differ. */
export function DayFacts({ schedule }: DayFactsProps) {
  const { viewerZone } = useGuest();
  const { starts_at, ends_at, time_zone } = schedule;
  if (!starts_at || !ends_at) return <p>The times are not set yet.</p>;
  const viewers = viewerTimeRange(starts_at, ends_at, time_zone, viewerZone);
  return (
    <div>
      <p className="font-medium">{formatZonedRange(starts_at, ends_at, time_zone)}</p>
      <p className="text-muted">
        {formatZone(time_zone)}
        {viewers && <span className="block">Your time: {viewers}</span>}
      </p>
    </div>
  );
}
