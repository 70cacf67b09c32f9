import { tz } from "@date-fns/tz";
import { format, isSameDay, parseISO } from "date-fns";

/** An instant as the database gives it (ISO, with "T" or a space) or as a Date. */
export type Instant = string | Date;

export function toDate(instant: Instant): Date {
  return typeof instant === "string" ? parseISO(instant) : instant;
}

const inZone = (instant: Instant, zone: string, pattern: string) =>
  format(toDate(instant), pattern, { in: tz(zone) });

/** "Tue 24 Nov" */
export const formatDay = (instant: Instant, zone: string) => inZone(instant, zone, "EEE d MMM");

/** "Tuesday 24 November" */
export const formatLongDay = (instant: Instant, zone: string) =>
  inZone(instant, zone, "EEEE d MMMM");

/** "9:30 AM" */
export const formatTime = (instant: Instant, zone: string) => inZone(instant, zone, "h:mm a");

/** "9:30–10:00 AM", "9:30 AM – 2:00 PM"; the end's day is named when it is another. */
export function formatTimeRange(start: Instant, end: Instant, zone: string): string {
  const last = formatTime(end, zone);
  if (!isSameDay(toDate(start), toDate(end), { in: tz(zone) })) {
    return `${formatTime(start, zone)} – ${formatDay(end, zone)}, ${last}`;
  }
  const sameHalf = inZone(start, zone, "a") === inZone(end, zone, "a");
  return sameHalf
    ? `${inZone(start, zone, "h:mm")}–${last}`
    : `${formatTime(start, zone)} – ${last}`;
}

/** "Tue 24 Nov, 9:30–10:00 AM EST" */
export function formatSpan(start: Instant, end: Instant, zone: string): string {
  const range = formatTimeRange(start, end, zone);
  return `${formatDay(start, zone)}, ${range} ${zoneAbbreviation(start, zone)}`;
}

// A locale names the zones of its own countries only: "IST" in India, "GMT+5:30" elsewhere.
const localesThatNameZones = ["en-US", "en-GB", "en-IN", "en-AU", "en-NZ", "en-ZA"];

/** "EST", "IST"; an offset such as "GMT+3" where English has no abbreviation. */
export function zoneAbbreviation(instant: Instant, zone: string): string {
  const names = localesThatNameZones.map((locale) => zoneName(toDate(instant), zone, locale));
  return names.find((name) => !/^(GMT|UTC)[+-]/.test(name)) ?? names[0] ?? zone;
}

function zoneName(date: Date, timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" });
  return parts.formatToParts(date).find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** "New York" for America/New_York */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "New York time" for America/New_York, "UTC" for UTC. */
export function zonePlace(zone: string): string {
  return zone.includes("/") ? `${zoneCity(zone)} time` : zone;
}

/** Whether clocks in the two zones show the same time at this instant. */
export function clocksAgree(instant: Instant, zone: string, otherZone: string): boolean {
  const wall = "yyyy-MM-dd HH:mm";
  return inZone(instant, zone, wall) === inZone(instant, otherZone, wall);
}
