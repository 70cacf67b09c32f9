import { toDate } from "../../lib/dates/format-date";
import type { Experience, Schedule } from "./experience";
import { midnightOf, nextMidnight, nextTurn } from "./timeline";

const minute = 60_000;
const margin = 15 * minute;
const closely = 3_000;
const loosely = 30_000;

interface Span {
  from: number;
  until: number;
}

/**
 * When today's changes must show at once: from 15 minutes before the first slot until 15 minutes
 * after the last. A day whose times are not known is followed from midnight to midnight. The span
 * is empty (from > until) where nothing is planned today.
 */
export function followedSpan({ schedules }: Experience, now: number): Span {
  const spans = schedules.filter((schedule) => isDayOf(schedule, now)).map(spanOf);
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    until: Math.max(...spans.map(({ until }) => until)),
  };
}

const isDayOf = (schedule: Schedule, now: number) =>
  midnightOf(schedule).getTime() <= now && now < nextMidnight(schedule);

function spanOf(schedule: Schedule): Span {
  const { starts_at, ends_at } = schedule;
  if (!starts_at || !ends_at) {
    return { from: midnightOf(schedule).getTime(), until: nextMidnight(schedule) };
  }
  return {
    from: toDate(starts_at).getTime() - margin,
    until: toDate(ends_at).getTime() + margin,
  };
}

/**
 * How long to wait before asking whether anything has changed, in ms: about 3 s while the day is
 * followed, else about 30 s, and sooner where a day turns or begins to be followed.
 * @param random from 0 to 1: pages that were opened together must not ask in step.
 */
export function checkDelay(
  experience: Experience,
  now: number,
  isFollowed: boolean,
  random: number,
): number {
  const pace = (isFollowed ? closely : loosely) * (0.85 + 0.3 * random);
  const { from } = followedSpan(experience, now);
  const turn = Math.min(nextTurn(experience.schedules, now), from > now ? from : Infinity);
  return Math.max(1_000, Math.min(pace, turn - now + 250 + 1_000 * random));
}
