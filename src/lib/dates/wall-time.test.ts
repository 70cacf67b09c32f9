import { expect, test } from "vitest";
import { atWallTime, wallTime } from "./wall-time";

test("a wall time is an instant of its zone, on both sides of a clock change", () => {
  expect(atWallTime("2026-03-07", "09:30", "America/New_York")).toBe("2026-03-07T14:30:00.000Z");
  expect(atWallTime("2026-03-08", "09:30", "America/New_York")).toBe("2026-03-08T13:30:00.000Z");
  expect(atWallTime("2026-03-08", "09:30", "Asia/Kolkata")).toBe("2026-03-08T04:00:00.000Z");
});

test("an instant reads as its zone's clock, however the database writes it", () => {
  expect(wallTime("2026-03-08 13:30:00+00", "America/New_York")).toBe("09:30");
  expect(wallTime("2026-03-08T04:00:00+00:00", "Asia/Kolkata")).toBe("09:30");
});
