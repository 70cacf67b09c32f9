import { afterEach, describe, expect, test } from "vitest";
import {
  clockChanges,
  hostZones,
  interviewsAround,
  wallOf,
} from "../../../supabase/functions/tests/support/clock-changes";
import { DomainError } from "../errors/domain-error";
import { formatForViewer } from "./format-date";
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

test("a time that the clocks skip is refused, not moved", () => {
  const skipped = () => atWallTime("2026-03-08", "02:30", "America/New_York");
  expect(skipped).toThrow(new DomainError("time_skipped", { time: "02:30" }));
});

const changes = clockChanges();

describe.each(hostZones)("on a computer in %s", (host) => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test("wall times are instants and instants wall times around every clock change", () => {
    process.env.TZ = host;
    const wrong: unknown[] = [];
    for (const change of changes) {
      const { zone, at, before, after } = change;
      const repeatedFrom = at - Math.max(0, before - after) * 60_000;
      for (const [start] of interviewsAround(change)) {
        const wall = wallOf(change, start).toISOString();
        const [date = "", time = ""] = [wall.slice(0, 10), wall.slice(11, 16)];
        // Of a repeated time the later one is meant.
        const expected = start >= repeatedFrom && start < at ? start + (at - repeatedFrom) : start;
        const iso = new Date(start).toISOString();
        const found = [wallTime(iso, zone), Date.parse(atWallTime(date, time, zone))];
        if (found[0] !== time || found[1] !== expected) wrong.push([zone, iso, found]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("the viewer's clock is shown when it agrees at the start only", () => {
  // London's clocks go back to GMT at 1:00 UTC; those in Lagos never change.
  const [start, end] = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"];
  expect(formatForViewer(start, end, "Europe/London", "Africa/Lagos")).toBe(
    "1:30–2:30 AM in Lagos",
  );
});
