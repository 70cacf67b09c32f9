import {
  differenceInCalendarDays,
  differenceInHours,
  differenceInMinutes,
  isSameDay,
  isSameYear,
} from "date-fns";
import { formatInstant, type Instant, toDate, viewerZone, zoneAbbreviation } from "./format-date";

const exact = {
  weekday: "short",
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
} as const;

const dayOf = (at: Date, now: Date): Intl.DateTimeFormatOptions => ({
  month: "short",
  day: "numeric",
  ...(!isSameYear(at, now) && { year: "numeric" }),
});

/** "just now", "5 min ago", "3 h ago", "yesterday", "4 days ago", "Nov 13" */
export function formatAgo(instant: Instant, now: Date): string {
  const at = toDate(instant);
  const minutes = differenceInMinutes(now, at);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const days = differenceInCalendarDays(now, at);
  if (days === 0) return `${differenceInHours(now, at)} h ago`;
  if (days === 1) return "yesterday";
  if (days < 7) return `${days} days ago`;
  return formatInstant(at, dayOf(at, now));
}

/** "Sun, Nov 22, 2026, 4:40:49 PM EST", on the reader's own clock. */
export function formatExact(instant: Instant): string {
  const at = toDate(instant);
  return `${formatInstant(at, exact)} ${zoneAbbreviation(at, viewerZone())}`;
}

/** An instant in the reader's own zone: "9:14 AM EST" today, else "Nov 20, 9:14 AM EST". */
export function formatTimestamp(instant: string): string {
  const at = toDate(instant);
  const now = new Date();
  const time = `${formatInstant(at, { hour: "numeric", minute: "2-digit" })} ${zoneAbbreviation(at, viewerZone())}`;
  if (isSameDay(at, now)) return time;
  return `${formatInstant(at, dayOf(at, now))}, ${time}`;
}
