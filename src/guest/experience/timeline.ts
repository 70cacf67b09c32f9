import { tz } from "@date-fns/tz";
import { addDays, parseISO } from "date-fns";
import { toDate } from "../../lib/dates/format-date";
import type { Experience, Schedule, Slot } from "./experience";

/** A slot of today with the schedule that says its zone and its place. */
export interface Entry extends Slot {
  schedule: Schedule;
}

export interface Timeline {
  /** The interview that is on, or else the next one. */
  focus: Entry | null;
  isNow: boolean;
  /** Breaks and open slots between now and the focus. */
  idle: Entry[];
  later: Entry[];
  /** Interviews that have ended; breaks and open slots are not worth remembering. */
  earlier: Entry[];
}

const at = (instant: string) => toDate(instant).getTime();

export function isOn(slot: Slot, now: number): boolean {
  return at(slot.starts_at) <= now && now < at(slot.ends_at);
}

export const isToday = ({ day, canceled }: Schedule): boolean => day === "today" && !canceled;

export function todaysSchedules(experience: Experience): Schedule[] {
  return experience.schedules.filter(isToday);
}

export function timelineOf(schedules: Schedule[], now: number): Timeline {
  const entries = schedules
    .flatMap((schedule) => schedule.slots.map((slot) => ({ ...slot, schedule })))
    .sort((a, b) => at(a.starts_at) - at(b.starts_at));
  const ahead = entries.filter((entry) => at(entry.ends_at) > now);
  const focus = ahead.find((entry) => entry.student) ?? null;
  const rest = ahead.filter((entry) => entry !== focus);
  const isIdle = (entry: Entry) => !focus || at(entry.starts_at) < at(focus.starts_at);
  const isNow = focus !== null && at(focus.starts_at) <= now;
  return {
    focus,
    isNow,
    idle: isNow ? [] : rest.filter(isIdle),
    later: rest.filter((entry) => !isIdle(entry)),
    earlier: entries.filter((entry) => entry.student && at(entry.ends_at) <= now),
  };
}

/** When a schedule's day begins. */
export function midnightOf(schedule: Pick<Schedule, "on_date" | "time_zone">): Date {
  return parseISO(schedule.on_date, { in: tz(schedule.time_zone) });
}

export const nextMidnight = (schedule: Schedule) => addDays(midnightOf(schedule), 1).getTime();

/** From the midnight that ends a day on, its interviews are nobody's to see, offline too. */
export function validUntil(experience: Experience): number {
  return Math.min(...todaysSchedules(experience).map(nextMidnight));
}

const earliestAfter = (now: number, instants: number[]) =>
  Math.min(...instants.filter((instant) => instant > now));

/** The next midnight at which one of these days begins or ends: what is known of them then is another matter. */
export function nextTurn(schedules: Schedule[], now: number): number {
  const midnights = schedules.flatMap((schedule) => [
    midnightOf(schedule).getTime(),
    nextMidnight(schedule),
  ]);
  return earliestAfter(now, midnights);
}

/** The next instant at which the page changes by itself: a slot begins or ends, or a day turns. */
export function nextChange({ schedules }: Experience, now: number): number {
  const slots = schedules.flatMap((schedule) => schedule.slots);
  const instants = slots.flatMap((slot) => [at(slot.starts_at), at(slot.ends_at)]);
  return earliestAfter(now, [nextTurn(schedules, now), ...instants]);
}
