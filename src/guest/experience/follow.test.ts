import { expect, test } from "vitest";
import { at, experience, schedule, today } from "./fixtures";
import { checkDelay, followedSpan } from "./follow";

const isEmpty = ({ from, until }: { from: number; until: number }) => from > until;

test("a day is followed from 15 minutes before its first slot until 15 minutes after its last", () => {
  expect(followedSpan(experience([today()]), at("07:00"))).toEqual({
    from: at("08:45"),
    until: at("11:15"),
  });
});

test("two schedules of one day are one span, the pause between them too", () => {
  const afternoon = schedule({
    id: "afternoon",
    starts_at: "2026-11-24T19:00:00Z",
    ends_at: "2026-11-24T21:00:00Z",
  });
  expect(followedSpan(experience([today(), afternoon]), at("12:00"))).toEqual({
    from: at("08:45"),
    until: at("16:15"),
  });
});

test("a canceled day is followed all the same: it may be restored", () => {
  const canceled = today({ canceled: true, slots: [] });
  expect(followedSpan(experience([canceled]), at("09:00")).until).toBe(at("11:15"));
  const untimed = today({ canceled: true, starts_at: null, ends_at: null, slots: [] });
  expect(followedSpan(experience([untimed]), at("09:00"))).toEqual({
    from: at("00:00"),
    until: at("00:00", "2026-11-25"),
  });
});

test("nothing of another day is followed", () => {
  expect(followedSpan(experience([schedule()]), at("09:00", "2026-11-23"))).toSatisfy(isEmpty);
  expect(followedSpan(experience([]), at("09:00"))).toSatisfy(isEmpty);
});

test("asks every 3 seconds while the day is followed, else every 30, never in step", () => {
  const day = experience([today()]);
  const delay = (isFollowed: boolean, random: number) =>
    checkDelay(day, at("12:00"), isFollowed, random);
  expect(delay(true, 0.5)).toBe(3_000);
  expect(delay(true, 0)).toBe(2_550);
  expect(delay(true, 1)).toBeCloseTo(3_450);
  expect(delay(false, 0.5)).toBe(30_000);
  expect(checkDelay(experience([]), at("12:00"), false, 0.5)).toBe(30_000);
});

test("asks sooner when a day turns or begins to be followed, never in a rush", () => {
  const day = experience([today()]);
  expect(checkDelay(day, at("08:45") - 10_000, false, 0)).toBe(10_250);
  expect(checkDelay(day, at("08:45") - 10_000, false, 1)).toBe(11_250);
  expect(checkDelay(day, at("00:00", "2026-11-25") - 5, false, 0)).toBe(1_000);
});
