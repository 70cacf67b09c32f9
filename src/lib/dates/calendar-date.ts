import { format, isSameDay, isSameMonth, isSameYear } from "date-fns";
import { toDate } from "./format-date";

/** "Tue 24 Nov" for 2026-11-24; the year is said when it is not this one. */
export function formatDate(date: string): string {
  const day = toDate(date);
  return format(day, isSameYear(day, new Date()) ? "EEE d MMM" : "EEE d MMM yyyy");
}

/** "Tue 24 Nov", "24–25 Nov", "30 Nov – 2 Dec" */
export function formatDates(first: string, last: string): string {
  const [from, to] = [toDate(first), toDate(last)];
  if (isSameDay(from, to)) return formatDate(first);
  const year = isSameYear(to, new Date()) ? "" : " yyyy";
  return isSameMonth(from, to)
    ? `${format(from, "d")}–${format(to, `d MMM${year}`)}`
    : `${format(from, "d MMM")} – ${format(to, `d MMM${year}`)}`;
}
