import { formatDay, toDate } from "../../lib/dates/format-date";
import type { Experience, Schedule } from "./experience";
import { counterpart, timeWithZone } from "./labels";
import { timelineOf, todaysSchedules } from "./timeline";

export type Screen = "on-the-day" | "done-for-today" | "before" | "cancelled" | "over" | "nothing";

export function screenOf(experience: Experience, now: number): Screen {
  const today = todaysSchedules(experience);
  if (today.length > 0) return isDone(today, now) ? "done-for-today" : "on-the-day";
  if (upcoming(experience).length > 0) return "before";
  if (cancelled(experience).length > 0) return "cancelled";
  if (experience.schedules.some(({ cancelled }) => !cancelled)) return "over";
  return "nothing";
}

function isDone(today: Schedule[], now: number): boolean {
  const slots = today.flatMap((schedule) => schedule.slots);
  return slots.length > 0 && slots.every((slot) => toDate(slot.ends_at).getTime() <= now);
}

export function upcoming({ schedules }: Experience): Schedule[] {
  return schedules.filter(({ day, cancelled }) => day === "before" && !cancelled);
}

/** Days called off that someone may still be counting on. */
export function cancelled({ schedules }: Experience): Schedule[] {
  return schedules.filter(({ day, cancelled }) => day !== "over" && cancelled);
}

/** The page in a few words, for its title and for a screen reader when it changes. */
export function headline(experience: Experience, now: number): string {
  const screen = screenOf(experience, now);
  if (screen === "on-the-day") return focusLine(experience, now);
  if (screen === "before") return dayLine(upcoming(experience)[0]);
  return headlines[screen];
}

const headlines = {
  "done-for-today": "Done for today",
  cancelled: "Cancelled",
  over: "Over",
  nothing: "Nothing scheduled",
};

function focusLine(experience: Experience, now: number): string {
  const { focus, isNow } = timelineOf(todaysSchedules(experience), now);
  if (!focus?.student) return "No interview booked";
  if (isNow) return `Now: ${counterpart(focus)}`;
  return `Next: ${counterpart(focus)}, ${timeWithZone(focus.starts_at, focus.schedule.time_zone)}`;
}

function dayLine(schedule?: Schedule): string {
  if (!schedule?.starts_at) return "Coming up";
  const { starts_at, time_zone } = schedule;
  return `${formatDay(starts_at, time_zone)}, ${timeWithZone(starts_at, time_zone)}`;
}
