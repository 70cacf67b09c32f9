import { expect, test } from "vitest";
import { at, experience, schedule, slot, today } from "./fixtures";
import { headline, screenOf } from "./screen";

const over = schedule({ day: "over" });
const off = schedule({ canceled: true });
const now = at("09:10");

test.each([
  ["before the day", [schedule(), over], "before", "Tue, Nov 24, 9:00 AM EST"],
  ["during an interview", [today(), schedule()], "on-the-day", "Now: Jordan Lee"],
  [
    "with nobody booked",
    [today({ slots: [slot("10:00", "10:30", null)] })],
    "on-the-day",
    "No interview booked",
  ],
  ["on a day whose slots are not set", [today({ slots: [] })], "on-the-day", "No interview booked"],
  [
    "after the last slot",
    [today({ slots: [slot("08:00", "08:30", "Jordan Lee")] }), schedule()],
    "done-for-today",
    "Done for today",
  ],
  ["when the only day is called off", [off, over], "canceled", "Canceled"],
  ["when today is called off", [today({ canceled: true, slots: [] })], "canceled", "Canceled"],
  ["when one of two days is called off", [off, schedule()], "before", "Tue, Nov 24, 9:00 AM EST"],
  ["after the last day", [over], "over", "Over"],
  [
    "when a called-off day is past",
    [schedule({ day: "over", canceled: true })],
    "nothing",
    "Nothing scheduled",
  ],
  ["without any schedule", [], "nothing", "Nothing scheduled"],
])("%s", (_case, schedules, screen, line) => {
  expect(screenOf(experience(schedules), now)).toBe(screen);
  expect(headline(experience(schedules), now)).toBe(line);
});

test("between two interviews the headline says who is next, and when", () => {
  expect(headline(experience([today()]), at("09:40"))).toBe("Next: Aisha Khan, 10:00 AM EST");
});
