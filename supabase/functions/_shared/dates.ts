import { tzOffset } from "@date-fns/tz";
import { parseISO } from "date-fns";

/** An instant as the database gives it (ISO, with "T" or a space) or as a Date. */
export type Instant = string | Date;

export function toDate(instant: Instant): Date {
  return typeof instant === "string" ? parseISO(instant) : instant;
}

const minute = 60_000;
const day = 24 * 60 * minute;

let locale = "en-US";

/** The locale of the career office, in which pages and emails write dates. */
export function setLocale(officeLocale: string): void {
  locale = officeLocale;
}

export const getLocale = (): string => locale;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(
  options: Intl.DateTimeFormatOptions,
  name: string = locale,
): Intl.DateTimeFormat {
  const key = JSON.stringify([name, options]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(name, options);
  formatters.set(key, formatter);
  return formatter;
}

// Runtimes differ in the kind of space before AM and PM and around the dash of a range.
const plain = (text: string) =>
  text.replace(/[\u2009\u202f\u00a0]/g, " ").replace(/(\d) ?– ?(?=\d)/g, "$1–");

/** A date or time in the office's locale. */
export const formatInstant = (instant: Instant, options: Intl.DateTimeFormatOptions) =>
  plain(formatterFor(options).format(toDate(instant)));

/** A span in the office's locale, without what both ends share. */
export const formatRange = (start: Instant, end: Instant, options: Intl.DateTimeFormatOptions) =>
  plain(formatterFor(options).formatRange(toDate(start), toDate(end)));

const shortDay = { weekday: "short", month: "short", day: "numeric" } as const;
const longDay = { weekday: "long", month: "long", day: "numeric" } as const;
const clock = { hour: "numeric", minute: "2-digit" } as const;

/** "Tue, Nov 24" */
export const formatDay = (instant: Instant, timeZone: string) =>
  formatInstant(instant, { ...shortDay, timeZone });

/** "Tuesday, November 24" */
export const formatLongDay = (instant: Instant, timeZone: string) =>
  formatInstant(instant, { ...longDay, timeZone });

/** "9:30 AM" */
export const formatTime = (instant: Instant, timeZone: string) =>
  formatInstant(instant, { ...clock, timeZone });

/** What a clock in the zone shows, as if that were UTC, in ms. */
const wallTime = (at: Date, zone: string) => at.getTime() + tzOffset(zone, at) * minute;

const isOneDay = (start: Instant, end: Instant, zone: string) => {
  const [first, last] = [start, end].map((at) => Math.floor(wallTime(toDate(at), zone) / day));
  return first === last;
};

/** "9:30–10:00 AM", "9:30 AM – 2:00 PM"; the end's day is named when it is another. */
export function formatTimeRange(start: Instant, end: Instant, zone: string): string {
  if (isOneDay(start, end, zone)) {
    return formatRange(start, end, { ...clock, timeZone: zone });
  }
  return `${formatTime(start, zone)} – ${formatDay(end, zone)}, ${formatTime(end, zone)}`;
}

/** "9:30–10:00 AM EST"; "1:30 AM EDT – 1:15 AM EST" where the clocks change in between. */
export function formatZonedRange(start: Instant, end: Instant, zone: string): string {
  const [before, after] = [zoneAbbreviation(start, zone), zoneAbbreviation(end, zone)];
  if (before === after) return `${formatTimeRange(start, end, zone)} ${before}`;
  const endDay = isOneDay(start, end, zone) ? "" : `${formatDay(end, zone)}, `;
  return `${formatTime(start, zone)} ${before} – ${endDay}${formatTime(end, zone)} ${after}`;
}

/** "Tue, Nov 24, 9:30–10:00 AM EST" */
export const formatSpan = (start: Instant, end: Instant, zone: string) =>
  `${formatDay(start, zone)}, ${formatZonedRange(start, end, zone)}`;

/** Whether the zone's clocks change on the day of this instant: a time alone may then be two. */
export function hasClockChange(instant: Instant, zone: string): boolean {
  const wall = wallTime(toDate(instant), zone);
  const midnight = wall - (wall % day);
  // Not by date-fns' startOfDay: near a clock change it depends on the computer's own zone.
  const offsetAt = (time: number) =>
    tzOffset(zone, new Date(time - tzOffset(zone, new Date(time - day)) * minute));
  return offsetAt(midnight) !== offsetAt(midnight + day);
}

/** A row of a day whose zone is named elsewhere: "9:30 AM"; "9:30 AM EST" if the clocks change that day. */
export const formatRowTime = (instant: Instant, zone: string) =>
  hasClockChange(instant, zone)
    ? `${formatTime(instant, zone)} ${zoneAbbreviation(instant, zone)}`
    : formatTime(instant, zone);

/** The same for a span: "9:30–10:00 AM", "9:30–10:00 AM EST". */
export const formatRowRange = (start: Instant, end: Instant, zone: string) =>
  hasClockChange(start, zone)
    ? formatZonedRange(start, end, zone)
    : formatTimeRange(start, end, zone);

// A locale abbreviates the zones of its own countries only: "IST" in India, "GMT+5:30" elsewhere.
const localesWithAbbreviations = ["en-US", "en-GB", "en-IN", "en-AU", "en-NZ", "en-ZA"];

/** "EST", "IST"; an offset such as "GMT+3" where English has no abbreviation. */
export function zoneAbbreviation(instant: Instant, zone: string): string {
  let offset = "";
  for (const name of new Set([locale, ...localesWithAbbreviations])) {
    const found = zoneNameIn(name, instant, zone, "short");
    if (!isOffset(found)) return found;
    offset ||= found;
  }
  return offset;
}

const isOffset = (name: string) => /^(GMT|UTC)[+-]/.test(name);

function zoneNameIn(
  name: string,
  instant: Instant,
  timeZone: string,
  timeZoneName: "short" | "longGeneric",
): string {
  const parts = formatterFor({ timeZone, timeZoneName }, name).formatToParts(toDate(instant));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** "New York" for America/New_York */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "Eastern Time (New York)" for America/New_York, "UTC" for UTC. */
export function formatZone(zone: string): string {
  const name = zoneNameIn(locale, new Date(), zone, "longGeneric");
  return isOffset(name) ? zoneCity(zone) : `${name} (${zoneCity(zone)})`;
}

/** Whether clocks in the two zones show the same time at this instant. */
export function clocksAgree(instant: Instant, zone: string, otherZone: string): boolean {
  const wall = (timeZone: string) =>
    formatterFor({ dateStyle: "short", timeStyle: "short", timeZone }).format(toDate(instant));
  return wall(zone) === wall(otherZone);
}
