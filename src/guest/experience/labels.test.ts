import { expect, test } from "vitest";
import { at, schedule } from "./fixtures";
import * as words from "./labels";

const newYork = "America/New_York";

test("greets by the viewer's time of day", () => {
  expect(words.greeting("Priya Raman", at("09:00"), newYork)).toBe("Good morning, Priya");
  expect(words.greeting("Priya Raman", at("09:00"), "Europe/London")).toBe("Good afternoon, Priya");
  expect(words.greeting("Dr. Elena Vasquez", at("19:00"), newYork)).toBe(
    "Good evening, Dr. Elena Vasquez",
  );
});

test.each([
  [30_000, "1 min"],
  [25 * 60_000, "25 min"],
  [60 * 60_000, "1 h"],
  [85 * 60_000, "1 h 25 min"],
])("%d ms are %s", (ms, said) => {
  expect(words.duration(ms)).toBe(said);
});

test.each([
  [at("09:01"), "Today"],
  [at("08:10"), "In 50 minutes"],
  [at("19:00", "2026-11-23"), "In 14 hours"],
  [at("08:00", "2026-11-23"), "Tomorrow"],
  [at("22:00", "2026-11-21"), "In 3 days"],
])("counts down to nine o'clock on the 24th", (now, said) => {
  expect(words.countdown(at("09:00"), now, newYork)).toBe(said);
});

test("says how old the page is", () => {
  expect(words.updatedText(4_000)).toBe("Updated just now");
  expect(words.updatedText(150_000)).toBe("Updated 2 min ago");
  expect(words.updatedText(3_700_000)).toBe("Updated 1 hour ago");
});

test("names the viewer's day where it is another", () => {
  const times = ["2026-11-24T14:00:00Z", "2026-11-24T21:30:00Z", newYork] as const;
  expect(words.viewerTimeRange(...times, newYork)).toBeNull();
  expect(words.viewerTimeRange(...times, "Europe/London")).toContain("2:00–9:30 PM");
  expect(words.viewerTimeRange(...times, "Australia/Sydney")).toContain("Wed 25 Nov");
});

test("a day is named as its schedule's, wherever the viewer is", () => {
  expect(words.dayLabel(schedule({ time_zone: "Pacific/Auckland" }))).toBe("Tuesday 24 November");
  expect(words.dayLabel(schedule({ time_zone: "Pacific/Honolulu" }))).toBe("Tuesday 24 November");
});

test("names the colleagues", () => {
  expect(words.withColleagues([])).toBeNull();
  expect(words.withColleagues(["Sam Okafor", "Laura Petrov"])).toBe(
    "with Sam Okafor and Laura Petrov",
  );
});
