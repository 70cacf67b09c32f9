import { formatTime, formatTimeRange } from "../../../../lib/dates/format-date";
import type { SlotPattern } from "../api";

const atTime = (time: string) => new Date(`1970-01-01T${time.slice(0, 5)}Z`);

/** "9:00 AM – 5:00 PM, 30-minute interviews, Lunch at 12:00 PM" */
export function formatPattern({ first, last, slot_minutes, gap_minutes, breaks }: SlotPattern) {
  return [
    formatTimeRange(atTime(first), atTime(last), "UTC"),
    `${slot_minutes}-minute interviews${gap_minutes ? ` with ${gap_minutes} minutes between` : ""}`,
    ...(breaks ?? []).map(
      ({ start, label }) => `${label || "Break"} at ${formatTime(atTime(start), "UTC")}`,
    ),
  ].join(", ");
}
