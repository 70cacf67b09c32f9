import { tz } from "@date-fns/tz";
import { differenceInCalendarDays, getHours } from "date-fns";
import {
  formatDay,
  formatForViewer,
  formatLongDay,
  formatTime,
  zoneAbbreviation,
} from "../../lib/dates/format-date";
import { firstName } from "../../lib/first-name";
import { listNames } from "../../lib/list-names";
import { degreeOf } from "../../shared/degree";
import type { Schedule } from "./experience";
import { type Entry, midnightOf } from "./timeline";

const minute = 60_000;
const hour = 60 * minute;

export function greeting(fullName: string, now: number, zone: string): string {
  const hours = getHours(now, { in: tz(zone) });
  const part = hours < 12 ? "morning" : hours < 18 ? "afternoon" : "evening";
  return `Good ${part}, ${firstName(fullName)}`;
}

const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;

/** "25 min", "1 h 25 min": the minutes that are left, the last one counted whole. */
export function duration(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / minute));
  const parts = [
    minutes >= 60 && `${Math.floor(minutes / 60)} h`,
    minutes % 60 > 0 && `${minutes % 60} min`,
  ];
  return parts.filter(Boolean).join(" ");
}

/** "In 50 minutes", "In 14 hours", "Tomorrow", "In 3 days", as the viewer counts days. */
export function countdown(to: number, now: number, zone: string): string {
  const left = to - now;
  if (left <= 0) return "Today";
  if (left < 2 * hour) return `In ${count(Math.ceil(left / minute), "minute")}`;
  if (left < 24 * hour) return `In ${Math.round(left / hour)} hours`;
  const days = differenceInCalendarDays(to, now, { in: tz(zone) });
  return days === 1 ? "Tomorrow" : `In ${days} days`;
}

/** "Updated just now", "Updated 2 min ago" */
export function updatedText(age: number): string {
  if (age < minute) return "Updated just now";
  if (age < hour) return `Updated ${Math.floor(age / minute)} min ago`;
  return `Updated ${count(Math.floor(age / hour), "hour")} ago`;
}

/** The span on the viewer's clock, with its day if that is another; null where the clocks agree. */
export function viewerTimeRange(
  start: string,
  end: string,
  zone: string,
  viewerZone: string,
): string | null {
  const span = formatForViewer(start, end, zone, viewerZone);
  const day = formatDay(start, viewerZone);
  return span && day !== formatDay(start, zone) ? `${day}, ${span}` : span;
}

/** "Tuesday, November 24", the schedule's own day. */
export function dayLabel(schedule: Pick<Schedule, "on_date" | "time_zone">): string {
  return formatLongDay(midnightOf(schedule), schedule.time_zone);
}

/** "9:30 AM EST" */
export function timeWithZone(instant: string, zone: string): string {
  return `${formatTime(instant, zone)} ${zoneAbbreviation(instant, zone)}`;
}

/** Whom one meets: the employer on a student's page, the student on an interviewer's. */
export function counterpart({ schedule, student }: Entry): string {
  return schedule.employer ?? student?.full_name ?? "";
}

/** "JD 2027 · with Sam Okafor"; on a student's page who interviews them. */
export function counterpartDetails(entry: Entry): string {
  const { schedule, student } = entry;
  const about = schedule.employer ? null : student && degreeOf(student);
  return [about, withColleagues(entry.with)].filter(Boolean).join(" · ");
}

/** "with Sam Okafor and Laura Petrov"; null when alone. */
export function withColleagues(colleagues: string[]): string | null {
  return colleagues.length > 0 ? `with ${listNames(colleagues)}` : null;
}
