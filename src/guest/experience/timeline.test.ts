import { expect, test } from "vitest";
import { at, experience, schedule, slot, today } from "./fixtures";
import { type Entry, nextChange, nextTurn, timelineOf, validUntil } from "./timeline";

const names = (entries: Entry[]) => entries.map((entry) => entry.student?.full_name ?? entry.label);

test("before the first interview, it is next", () => {
  const { focus, isNow, idle, later } = timelineOf([today()], at("08:40"));
  expect(focus?.student?.full_name).toBe("Jordan Lee");
  expect(isNow).toBe(false);
  expect(names(idle)).toEqual([]);
  expect(names(later)).toEqual(["Coffee", "Aisha Khan", null]);
});

test("an interview is on from its first moment until the moment it ends", () => {
  expect(timelineOf([today()], at("09:00"))).toMatchObject({ isNow: true });
  expect(timelineOf([today()], at("09:30") - 1)).toMatchObject({ isNow: true });
  expect(timelineOf([today()], at("09:30"))).toMatchObject({ isNow: false });
});

test("in a break, the break stands before the next interview", () => {
  const { focus, idle, earlier } = timelineOf([today()], at("09:45"));
  expect(focus?.student?.full_name).toBe("Aisha Khan");
  expect(names(idle)).toEqual(["Coffee"]);
  expect(names(earlier)).toEqual(["Jordan Lee"]);
});

test("after the last interview only open slots are left", () => {
  const { focus, idle, earlier } = timelineOf([today()], at("10:40"));
  expect(focus).toBeNull();
  expect(names(idle)).toEqual([null]);
  expect(names(earlier)).toEqual(["Jordan Lee", "Aisha Khan"]);
});

test("two schedules of one day are one line of time", () => {
  const other = today({ id: "other", slots: [slot("09:30", "10:00", "Mateo Alvarez")] });
  const { focus, later } = timelineOf([other, today()], at("09:10"));
  expect(focus?.schedule.id).toBe("schedule");
  expect(names(later)).toEqual(["Mateo Alvarez", "Coffee", "Aisha Khan", null]);
});

test("the page changes when a slot begins or ends, and at its day's two midnights", () => {
  const day = experience([today()]);
  expect(nextChange(day, at("08:00"))).toBe(at("09:00"));
  expect(nextChange(day, at("09:00"))).toBe(at("09:30"));
  expect(nextChange(day, at("11:00"))).toBe(at("00:00", "2026-11-25"));
  const before = experience([schedule()]);
  expect(nextChange(before, at("20:00", "2026-11-22"))).toBe(at("00:00"));
});

test("a page turns at its days' midnights", () => {
  expect(nextTurn([today()], at("20:00", "2026-11-23"))).toBe(at("00:00"));
  expect(nextTurn([today()], at("00:00"))).toBe(at("00:00", "2026-11-25"));
  expect(nextTurn([today()], at("00:00", "2026-11-25"))).toBe(Infinity);
});

test("midnight is the schedule's own", () => {
  const kolkata = today({ time_zone: "Asia/Kolkata", slots: [] });
  expect(validUntil(experience([kolkata]))).toBe(at("13:30"));
});

test("a day of 25 hours ends at its own midnight", () => {
  const autumn = today({ on_date: "2026-11-01" });
  expect(validUntil(experience([autumn]))).toBe(at("00:00", "2026-11-02"));
});

test("what names no student may be shown for as long as it is honest about its age", () => {
  expect(validUntil(experience([schedule()]))).toBe(Infinity);
});
