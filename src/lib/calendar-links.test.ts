import { describe, expect, it } from "vitest";
import { googleCalendarUrl, outlookCalendarUrl, scheduleEvent } from "./calendar-links";

const school = {
  school_name: "State University",
  office_name: "Career Services",
  support_email: "careers@state.example",
  support_phone: null,
};

const schedule = (time_zone: string, starts_at: string, ends_at: string) => ({
  starts_at,
  ends_at,
  time_zone,
  format: "virtual" as const,
  video: "in_app" as const,
  location: null,
});

// Both sides of the clock changes of 8 March and 1 November 2026 in the United States.
const days = [
  ["America/New_York", "2026-03-07T14:00:00+00:00", "2026-03-07T21:30:00+00:00"],
  ["America/New_York", "2026-03-09T13:00:00+00:00", "2026-03-09T20:30:00+00:00"],
  ["America/New_York", "2026-10-31 13:00:00+00", "2026-10-31 20:30:00+00"],
  ["America/New_York", "2026-11-02 14:00:00+00", "2026-11-02 21:30:00+00"],
  ["America/Phoenix", "2026-03-07 16:00:00+00", "2026-03-07 23:30:00+00"],
  ["America/Phoenix", "2026-03-09 16:00:00+00", "2026-03-09 23:30:00+00"],
  ["Asia/Kolkata", "2026-10-31 03:30:00+00", "2026-10-31 11:00:00+00"],
  ["Asia/Kolkata", "2026-11-02 03:30:00+00", "2026-11-02 11:00:00+00"],
] as const;

describe.each(days)("a schedule in %s from %s", (zone, start, end) => {
  const event = scheduleEvent(school, "Northwind LLP", schedule(zone, start, end));
  const instants = [start, end].map((text) =>
    Date.parse(text.replace(" ", "T").replace(/\+00$/, "Z")),
  );

  it("keeps its instants in the Google link", () => {
    const dates = new URL(googleCalendarUrl(event)).searchParams.get("dates") ?? "";
    const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
    const parsed = dates
      .split("/")
      .map((part) => Date.parse(part.replace(compact, "$1-$2-$3T$4:$5:$6Z")));
    expect(parsed).toEqual(instants);
  });

  it("keeps its instants in the Outlook link", () => {
    const { searchParams } = new URL(outlookCalendarUrl(event));
    const parsed = ["startdt", "enddt"].map((name) => Date.parse(searchParams.get(name) ?? ""));
    expect(parsed).toEqual(instants);
    expect(searchParams.get("startdt")).toMatch(/Z$/);
  });
});

describe("what people typed", () => {
  const event = scheduleEvent(
    { ...school, school_name: 'A&M + Tech; "East"' },
    "Łukasz & Søn <b>",
    schedule("America/New_York", "2026-11-24T14:00:00Z", "2026-11-24T20:00:00Z"),
  );

  it("arrives unchanged in both calendars", () => {
    const google = new URL(googleCalendarUrl(event)).searchParams;
    const outlook = new URL(outlookCalendarUrl(event)).searchParams;
    expect(google.get("text")).toBe(event.title);
    expect(google.get("details")).toBe(event.details);
    expect(outlook.get("subject")).toBe(event.title);
    expect(google.get("location")).toBe("In-App Video, on your interview page");
  });

  it("has no plus for a space, which Outlook would show", () => {
    expect(outlookCalendarUrl(event)).not.toContain("+");
  });

  it("is escaped where Outlook reads HTML", () => {
    const body = new URL(outlookCalendarUrl({ ...event, details: "<i>a</i>\nb & c" })).searchParams;
    expect(body.get("body")).toBe("&lt;i&gt;a&lt;/i&gt;<br>b &amp; c");
  });
});

it("tells the zone, the office and no Interview Link", () => {
  const times = schedule("America/New_York", "2026-11-24T14:00:00Z", "2026-11-24T20:00:00Z");
  const event = scheduleEvent(school, "Northwind LLP", times);
  expect(event.title).toBe("Northwind LLP interviews at State University");
  expect(event.details).toContain("9:00 AM – 3:00 PM EST, Eastern Time (New York)");
  expect(event.details).toContain("Career Services, careers@state.example");
  expect(googleCalendarUrl(event)).not.toContain("interview%23");
});
