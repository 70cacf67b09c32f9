import { describe, expect, it, onTestFinished } from "vitest";
import {
  clocksAgree,
  formatForViewer,
  formatLongDay,
  formatSpan,
  formatTimeRange,
  formatZone,
  setLocale,
  toDate,
  zoneAbbreviation,
} from "./format-date";

const newYork = "America/New_York";

describe("instants from the database", () => {
  it("come in two shapes that mean the same", () => {
    const embedded = toDate("2026-11-24 14:30:00+00");
    expect(embedded).toEqual(toDate("2026-11-24T14:30:00+00:00"));
    expect(embedded.toISOString()).toBe("2026-11-24T14:30:00.000Z");
    expect(toDate("2026-11-22 22:20:52.93+00").getUTCMilliseconds()).toBe(930);
  });
});

describe("times as people say them", () => {
  it("share AM or PM when both ends have it", () => {
    expect(formatSpan("2026-11-24T14:30:00Z", "2026-11-24T15:00:00Z", newYork)).toBe(
      "Tue, Nov 24, 9:30–10:00 AM EST",
    );
  });

  it("name both halves of a day that spans noon", () => {
    expect(formatTimeRange("2026-11-24T14:00:00Z", "2026-11-24T21:30:00Z", newYork)).toBe(
      "9:00 AM – 4:30 PM",
    );
  });

  it("name the day when a range ends on another", () => {
    expect(formatTimeRange("2026-11-25T03:00:00Z", "2026-11-25T05:30:00Z", newYork)).toBe(
      "10:00 PM – Wed, Nov 25, 12:30 AM",
    );
  });

  it("follow the schedule's zone across a date line", () => {
    expect(formatLongDay("2026-11-24T20:00:00Z", "Asia/Kolkata")).toBe("Wednesday, November 25");
  });

  it("are written as the locale of the office writes them", () => {
    setLocale("en-GB");
    onTestFinished(() => setLocale("en-US"));
    const [start, end] = ["2026-11-25T09:30:00Z", "2026-11-25T10:00:00Z"];
    expect(formatSpan(start, end, "Europe/London")).toBe("Wed 25 Nov, 09:30–10:00 GMT");
    expect(formatTimeRange(start, "2026-11-25T14:00:00Z", "Europe/London")).toBe("09:30–14:00");
    expect(formatLongDay(start, "Europe/London")).toBe("Wednesday 25 November");
  });
});

describe("zones", () => {
  it.each([
    [newYork, "2026-11-24T12:00:00Z", "EST"],
    [newYork, "2026-07-01T12:00:00Z", "EDT"],
    ["America/Phoenix", "2026-07-01T12:00:00Z", "MST"],
    ["Asia/Kolkata", "2026-07-01T12:00:00Z", "IST"],
    ["Europe/London", "2026-07-01T12:00:00Z", "BST"],
    ["Australia/Sydney", "2026-01-01T12:00:00Z", "AEDT"],
    ["America/Sao_Paulo", "2026-01-01T12:00:00Z", "GMT-3"],
    ["UTC", "2026-01-01T12:00:00Z", "UTC"],
  ])("%s is abbreviated at %s as %s", (zone, instant, name) => {
    expect(zoneAbbreviation(instant, zone)).toBe(name);
  });

  it("are named by their common name and city", () => {
    expect(formatZone("America/Indiana/Indianapolis")).toBe("Eastern Time (Indianapolis)");
    expect(formatZone(newYork)).toBe("Eastern Time (New York)");
    expect(formatZone("UTC")).toBe("UTC");
  });

  it("agree when their clocks do, whatever they are called", () => {
    expect(clocksAgree("2026-11-24T12:00:00Z", newYork, "America/Toronto")).toBe(true);
    expect(clocksAgree("2026-07-01T12:00:00Z", "America/Phoenix", "America/Los_Angeles")).toBe(
      true,
    );
    expect(clocksAgree("2026-11-24T12:00:00Z", "America/Phoenix", "America/Los_Angeles")).toBe(
      false,
    );
  });

  it("give the viewer's own time only where it differs", () => {
    const [start, end] = ["2026-11-24T14:00:00Z", "2026-11-24T14:30:00Z"];
    expect(formatForViewer(start, end, newYork, "Europe/London")).toBe("2:00–2:30 PM in London");
    expect(formatForViewer(start, end, newYork, "America/Toronto")).toBeNull();
  });
});
