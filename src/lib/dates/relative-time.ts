import {
  differenceInCalendarDays,
  differenceInHours,
  differenceInMinutes,
  format,
  isSameDay,
  isSameYear,
} from "date-fns";
import { type Instant, toDate, viewerZone, zoneAbbreviation } from "./format-date";

/** "just now", "5 min ago", "3 h ago", "yesterday", "4 days ago", "13 Nov" */
export function formatAgo(instant: Instant, now: Date): string {
  const at = toDate(instant);
  const minutes = differenceInMinutes(now, at);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const days = differenceInCalendarDays(now, at);
  if (days === 0) return `${differenceInHours(now, at)} h ago`;
  if (days === 1) return "yesterday";
  if (days < 7) return `${days} days ago`;
  return format(at, isSameYear(at, now) ? "d MMM" : "d MMM yyyy");
}

/** "Sun 22 Nov 2026, 4:40:49 PM EST", on the reader's own clock. */
export function formatExact(instant: Instant): string {
  const at = toDate(instant);
  return `${format(at, "EEE d MMM yyyy, h:mm:ss a")} ${zoneAbbreviation(at, viewerZone())}`;
}

/** An instant in the reader's own zone: "9:14 AM EST" today, else "20 Nov, 9:14 AM EST". */
export function formatTimestamp(instant: string): string {
  const at = toDate(instant);
  const now = new Date();
  const time = `${format(at, "h:mm a")} ${zoneAbbreviation(at, viewerZone())}`;
  if (isSameDay(at, now)) return time;
  return `${format(at, isSameYear(at, now) ? "d MMM" : "d MMM yyyy")}, ${time}`;
}
