import { expect, test } from "vitest";
import { at, schedule } from "./fixtures";
import * as labels from "./labels";

const newYork = "America/New_York";

test("greets by the viewer's time of day", () => {
  expect(labels.greeting("Priya Raman", at("09:00"), newYork)).toBe("Good morning, Priya");
  expect(labels.greeting("Priya Raman", at("09:00"), "Europe/London")).toBe(
    "Good afternoon, Priya",
  );
  expect(labels.greeting("Dr. Elena Vasquez", at("19:00"), newYork)).toBe(
    "Good evening, Dr. Elena Vasquez",
  );
});

test.each([
  [30_000, "1 min"],
  [25 * 60_000, "25 min"],
  [60 * 60_000, "1 h"],
  [85 * 60_000, "1 h 25 min"],
])("%d ms are %s", (ms, said) => {
  expect(labels.duration(ms)).toBe(said);
});

test.each([
  [at("09:01"), "Today"],
  [at("08:10"), "In 50 minutes"],
  [at("19:00", "2026-11-23"), "In 14 hours"],
  [at("08:00", "2026-11-23"), "Tomorrow"],
  [at("22:00", "2026-11-21"), "In 3 days"],
])("counts down to nine o'clock on the 24th", (now, said) => {
  expect(labels.countdown(at("09:00"), now, newYork)).toBe(said);
});

test("says how old the page is", () => {
  expect(labels.updatedText(4_000)).toBe("Updated just now");
  expect(labels.updatedText(150_000)).toBe("Updated 2 min ago");
  expect(labels.updatedText(3_700_000)).toBe("Updated 1 hour ago");
});

test("names the viewer's day where it is another", () => {
  const times = ["2026-11-24T14:00:00Z", "2026-11-24T21:30:00Z", newYork] as const;
  expect(labels.viewerTimeRange(...times, newYork)).toBeNull();
  expect(labels.viewerTimeRange(...times, "Europe/London")).toContain("2:00–9:30 PM");
  expect(labels.viewerTimeRange(...times, "Australia/Sydney")).toContain("Wed, Nov 25");
});

test("a day is named as its schedule's, wherever the viewer is", () => {
  expect(labels.dayLabel(schedule({ time_zone: "Pacific/Auckland" }))).toBe("Tuesday, November 24");
  expect(labels.dayLabel(schedule({ time_zone: "Pacific/Honolulu" }))).toBe("Tuesday, November 24");
});

test("names the colleagues", () => {
  expect(labels.withColleagues([])).toBeNull();
  expect(labels.withColleagues(["Sam Okafor", "Laura Petrov"])).toBe(
    "with Sam Okafor and Laura Petrov",
  );
});
