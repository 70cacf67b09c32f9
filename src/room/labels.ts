import { toDate } from "../lib/dates/format-date";
import type { Interview } from "./room-api";

const minute = 60_000;

export interface TimeLeft {
  text: string;
  tone: "neutral" | "warning" | "danger";
}

/** "Starts in 6 min", "12 min left", "Over by 3 min" */
export function timeLeft({ starts_at, ends_at }: Interview, now: number): TimeLeft {
  const start = toDate(starts_at).getTime();
  const left = toDate(ends_at).getTime() - now;
  if (now < start) return { text: `Starts in ${minutes(start - now)}`, tone: "neutral" };
  if (left <= 0) {
    const over = Math.floor(-left / minute);
    return { text: over < 1 ? "Time is up" : `Over by ${over} min`, tone: "danger" };
  }
  return { text: `${minutes(left)} left`, tone: left <= 5 * minute ? "warning" : "neutral" };
}

const minutes = (ms: number): string => {
  const whole = Math.ceil(ms / minute);
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
};

const marks = [
  { before: 5 * minute, text: "5 minutes left" },
  { before: 2 * minute, text: "2 minutes left" },
  { before: 0, text: "Time is up for this interview" },
];

/** What the clock says between two looks at it; null mostly. */
export function timeNotice({ ends_at }: Interview, from: number, to: number): string | null {
  const end = toDate(ends_at).getTime();
  const passed = marks.filter(({ before }) => from < end - before && end - before <= to);
  return passed.at(-1)?.text ?? null;
}

/** Why the student's turn does not begin in time; null while it may. */
export function lateLabel({ late_minutes }: Interview): string | null {
  if (late_minutes < 1) return null;
  const about = late_minutes === 1 ? "a minute" : `${late_minutes} minutes`;
  return `The interview before yours is running over, by about ${about} so far. Stay here: you will be let in.`;
}

/** "PR", for the place of a camera that is off. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
