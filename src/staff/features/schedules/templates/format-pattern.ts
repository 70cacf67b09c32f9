import { format, parse } from "date-fns";
import type { SlotPattern } from "../api";

const clock = (time: string) => format(parse(time, "HH:mm", 0), "h:mm a");

/** "9:00 AM – 5:00 PM, 30-minute interviews, Lunch at 12:00 PM" */
export function formatPattern({ first, last, slot_minutes, gap_minutes, breaks }: SlotPattern) {
  return [
    `${clock(first)} – ${clock(last)}`,
    `${slot_minutes}-minute interviews${gap_minutes ? ` with ${gap_minutes} minutes between` : ""}`,
    ...(breaks ?? []).map(({ start, label }) => `${label || "Break"} at ${clock(start)}`),
  ].join(", ");
}
