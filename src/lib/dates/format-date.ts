import { format, isSameDay, isSameMonth, isSameYear, parseISO } from "date-fns";
import {
  clocksAgree,
  formatTimeRange,
  type Instant,
  zoneAbbreviation,
  zoneCity,
} from "../../../supabase/functions/_shared/dates.ts";

// Functions are deployed as a folder of their own, so what they share with the pages lives there.
export * from "../../../supabase/functions/_shared/dates.ts";

/** The IANA zone of the viewer's own clock. */
export function viewerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "3:00–3:30 PM in London", or null where the viewer's clock agrees with the schedule's. */
export function formatForViewer(
  start: Instant,
  end: Instant,
  scheduleZone: string,
  zone = viewerZone(),
): string | null {
  if (clocksAgree(start, scheduleZone, zone)) return null;
  return `${formatTimeRange(start, end, zone)} in ${zoneCity(zone)}`;
}

/** "Tue 24 Nov" for 2026-11-24; the year is said when it is not this one. */
export function formatDate(date: string): string {
  const day = parseISO(date);
  return format(day, isSameYear(day, new Date()) ? "EEE d MMM" : "EEE d MMM yyyy");
}

/** "Tue 24 Nov", "24–25 Nov", "30 Nov – 2 Dec" */
export function formatDates(first: string, last: string): string {
  const [from, to] = [parseISO(first), parseISO(last)];
  if (isSameDay(from, to)) return formatDate(first);
  const year = isSameYear(to, new Date()) ? "" : " yyyy";
  return isSameMonth(from, to)
    ? `${format(from, "d")}–${format(to, `d MMM${year}`)}`
    : `${format(from, "d MMM")} – ${format(to, `d MMM${year}`)}`;
}

/** An instant in the reader's own zone: "9:14 AM EST" today, else "20 Nov, 9:14 AM EST". */
export function formatTimestamp(instant: string): string {
  const at = parseISO(instant);
  const now = new Date();
  const time = `${format(at, "h:mm a")} ${zoneAbbreviation(at, viewerZone())}`;
  if (isSameDay(at, now)) return time;
  return `${format(at, isSameYear(at, now) ? "d MMM" : "d MMM yyyy")}, ${time}`;
}
