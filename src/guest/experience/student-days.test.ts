import { expect, test } from "vitest";
import { at, experience, interview } from "./fixtures";
import { counterpart, counterpartDetails } from "./labels";
import { headline, screenOf } from "./screen";
import { type StudentExperience, studentDays } from "./student-days";
import { timelineOf, todaysSchedules } from "./timeline";

function daysOf(student: Partial<StudentExperience>) {
  const { now, version, school } = experience([]);
  return studentDays({
    now,
    version,
    school,
    person: { full_name: "Jordan Lee" },
    interviews: [],
    canceled: [],
    ...student,
  });
}

const today = interview({ day: "today", with: ["Priya Raman", "Sam Okafor"] });
const { schedule_id, employer, position, on_date, time_zone } = today;
const off = { schedule_id, employer, position, on_date, time_zone };

test.each([
  ["before the day", { interviews: [interview()] }, "before", "Tue, Nov 24, 9:00 AM EST"],
  ["during it", { interviews: [today] }, "on-the-day", "Now: Northwind LLP"],
  [
    "after it",
    { interviews: [interview({ ...today, ends_at: "2026-11-24 14:05:00+00" })] },
    "done-for-today",
    "Done for today",
  ],
  ["when it was called off", { canceled: [off] }, "canceled", "Canceled"],
  [
    "when another was called off",
    { interviews: [interview()], canceled: [off] },
    "before",
    "Tue, Nov 24, 9:00 AM EST",
  ],
  ["with nothing planned", {}, "nothing", "Nothing scheduled"],
])("%s", (_case, student, screen, line) => {
  expect(screenOf(daysOf(student), at("09:10"))).toBe(screen);
  expect(headline(daysOf(student), at("09:10"))).toBe(line);
});

test("a student meets the employer, and sees who interviews them", () => {
  const { focus } = timelineOf(todaysSchedules(daysOf({ interviews: [today] })), at("09:10"));
  expect(focus && [counterpart(focus), counterpartDetails(focus)]).toEqual([
    "Northwind LLP",
    "with Priya Raman and Sam Okafor",
  ]);
});
