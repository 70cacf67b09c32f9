import { expect, test } from "vitest";
import { initials, lateLabel, timeLeft, timeNotice } from "./labels";
import type { Interview } from "./room-api";

// A space where ISO has "T", as the embedded API writes it.
const interview: Interview = {
  starts_at: "2026-11-24 14:30:00+00",
  ends_at: "2026-11-24 15:00:00+00",
  time_zone: "America/New_York",
  employer: "Northwind LLP",
  position: null,
  student: { full_name: "Jordan Lee" },
  interviewers: ["Priya Raman"],
  late_minutes: 0,
  finished: false,
};
const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

test("the time left, in a word and a tone", () => {
  const left = (time: string) => timeLeft(interview, at(time));
  expect(left("14:24:00")).toEqual({ text: "Starts in 6 min", tone: "neutral" });
  expect(left("12:24:00").text).toBe("Starts in 2 h 6 min");
  expect(left("14:47:30")).toEqual({ text: "13 min left", tone: "neutral" });
  expect(left("14:55:00")).toEqual({ text: "5 min left", tone: "warning" });
  expect(left("15:00:30")).toEqual({ text: "Time is up", tone: "danger" });
  expect(left("15:03:10")).toEqual({ text: "Over by 3 min", tone: "danger" });
});

test("the clock speaks at five and two minutes and at the end, once each", () => {
  const notice = (from: string, to: string) => timeNotice(interview, at(from), at(to));
  expect(notice("14:54:59", "14:55:00")).toBe("5 minutes left");
  expect(notice("14:55:00", "14:55:01")).toBeNull();
  expect(notice("14:57:59", "14:58:00")).toBe("2 minutes left");
  expect(notice("14:59:59", "15:00:00")).toBe("Time is up for this interview");
  // A tab that slept hears the last word only.
  expect(notice("14:50:00", "14:58:30")).toBe("2 minutes left");
});

test("running late is said with how much", () => {
  expect(lateLabel(interview)).toBeNull();
  expect(lateLabel({ ...interview, late_minutes: 1 })).toContain("about a minute");
  expect(lateLabel({ ...interview, late_minutes: 7 })).toContain("about 7 minutes");
});

test("initials", () => {
  expect(initials("Jordan Lee")).toBe("JL");
  expect(initials("María José García Núñez")).toBe("MN");
  expect(initials("Cher")).toBe("C");
  expect(initials("")).toBe("");
});
