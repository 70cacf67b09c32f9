/** One change of a zone's clocks: when, and by how many minutes it is ahead of UTC before and after. */
export interface ClockChange {
  zone: string;
  at: number;
  before: number;
  after: number;
}

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

/** Host zones: one without clock changes, one on either side of UTC, one with half hours. */
export const hostZones = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"];

/** Every change of every IANA zone's clocks from 2025 to 2035. */
export function clockChanges(): ClockChange[] {
  return Intl.supportedValuesOf("timeZone").flatMap(changesOf);
}

function changesOf(zone: string): ClockChange[] {
  const offset = offsetsOf(zone);
  const changes: ClockChange[] = [];
  const end = Date.UTC(2036, 0, 1);
  for (let from = Date.UTC(2025, 0, 1); from < end; from += week) {
    const [before, after] = [offset(from), offset(from + week)];
    if (before === after) continue;
    let [low, high] = [from / minute, (from + week) / minute];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle * minute) === before) low = middle;
      else high = middle;
    }
    changes.push({ zone, at: high * minute, before, after });
  }
  return changes;
}

function offsetsOf(timeZone: string) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  return (instant: number): number => {
    const parts = format.formatToParts(instant);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
  };
}

export type Span = [start: number, end: number];

/** Interviews around a change: well before it, up to it, in it (the repeated hour both times), after it. */
export function interviewsAround({ at, before, after }: ClockChange): Span[] {
  const repeated = Math.max(0, before - after);
  const starts = [-150, ...(repeated > 0 ? [5 - repeated] : []), -15, 5, 150];
  return starts.map((start) => [at + start * minute, at + (start + 20) * minute]);
}

/** What the zone's clock shows at an instant near a change, as if that were UTC. */
export const wallOf = ({ at, before, after }: ClockChange, instant: number) =>
  new Date(instant + (instant < at ? before : after) * minute);
