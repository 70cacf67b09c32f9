import { formatInstant, formatRange } from "./format-date";

// A calendar date belongs to no zone; UTC takes it as it is written.
const monthAndDay = { month: "short", day: "numeric", timeZone: "UTC" } as const;
const toInstant = (date: string) => new Date(`${date}T00:00:00Z`);

/** The year is shown when it is not this one. */
const yearOf = (date: string) =>
  Number(date.slice(0, 4)) === new Date().getFullYear() ? {} : ({ year: "numeric" } as const);

/** "Tue, Nov 24" for 2026-11-24, "Tue, Nov 24, 2026" in another year. */
export function formatDate(date: string): string {
  return formatInstant(toInstant(date), { weekday: "short", ...monthAndDay, ...yearOf(date) });
}

/** "Tue, Nov 24", "Nov 24–25", "Nov 30 – Dec 2" */
export function formatDates(first: string, last: string): string {
  if (first === last) return formatDate(first);
  return formatRange(toInstant(first), toInstant(last), { ...monthAndDay, ...yearOf(last) });
}
