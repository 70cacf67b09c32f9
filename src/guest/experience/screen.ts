import { formatDay, toDate } from "../../lib/dates/format-date";
import type { Experience, Schedule } from "./experience";
import { counterpart, timeWithZone } from "./labels";
import { timelineOf, todaysSchedules } from "./timeline";

export type Screen = "on-the-day" | "done-for-today" | "before" | "canceled" | "over" | "nothing";

export function screenOf(experience: Experience, now: number): Screen {
  const today = todaysSchedules(experience);
  if (today.length > 0) return isDone(today, now) ? "done-for-today" : "on-the-day";
  if (upcoming(experience).length > 0) return "before";
  if (canceled(experience).length > 0) return "canceled";
  if (experience.schedules.some(({ canceled }) => !canceled)) return "over";
  return "nothing";
}

function isDone(today: Schedule[], now: number): boolean {
  const slots = today.flatMap((schedule) => schedule.slots);
  return slots.length > 0 && slots.every((slot) => toDate(slot.ends_at).getTime() <= now);
}

export function upcoming({ schedules }: Experience): Schedule[] {
  return schedules.filter(({ day, canceled }) => day === "before" && !canceled);
}

/** Days called off that someone may still be counting on. */
export function canceled({ schedules }: Experience): Schedule[] {
  return schedules.filter(({ day, canceled }) => day !== "over" && canceled);
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
  canceled: "Canceled",
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
