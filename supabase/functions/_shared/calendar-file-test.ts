import assert from "node:assert/strict";
import ICAL from "ical.js";
import { type CalendarEntry, type CalendarOptions, calendarFile } from "./calendar-file.ts";

const options: CalendarOptions = {
  method: "publish",
  appUrl: "https://interviews.state.example",
  stamp: "2026-11-20T12:00:00Z",
  organizer: { name: "Career Services", email: "careers@state.example" },
};

const entry = (startsAt: string, endsAt: string): CalendarEntry => ({
  scheduleId: "7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b",
  personId: "5a6b7c8d-1c2d-4e4f-9a6b-4c7d8e9f0a1b",
  key: 1,
  sequence: 4,
  title: "Łukasz & Søn; Partners, LLP interviews at A&M",
  startsAt,
  endsAt,
  details:
    "9:00 AM – 4:30 PM EST, Eastern Time (New York)\nQuestions: Career Services, careers@state.example",
  location: "Room 2; Hall \\ East, second floor",
});

function parse(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { calendar, events };
}

// Wall times 9:00 to 16:30 on both sides of the clock changes of 2026 in the United States.
const days: [zone: string, startsAt: string, endsAt: string][] = [
  ["America/New_York", "2026-03-07 14:00:00+00", "2026-03-07 21:30:00+00"],
  ["America/New_York", "2026-03-09 13:00:00+00", "2026-03-09 20:30:00+00"],
  ["America/New_York", "2026-10-31T13:00:00+00:00", "2026-10-31T20:30:00+00:00"],
  ["America/New_York", "2026-11-02T14:00:00+00:00", "2026-11-02T21:30:00+00:00"],
  ["America/Phoenix", "2026-03-07 16:00:00+00", "2026-03-07 23:30:00+00"],
  ["America/Phoenix", "2026-11-02 16:00:00+00", "2026-11-02 23:30:00+00"],
  ["Asia/Kolkata", "2026-03-07 03:30:00+00", "2026-03-07 11:00:00+00"],
  ["Asia/Kolkata", "2026-11-02 03:30:00+00", "2026-11-02 11:00:00+00"],
];

const instant = (text: string) => new Date(text.replace(" ", "T").replace(/\+00$/, "Z"));

for (const [zone, startsAt, endsAt] of days) {
  Deno.test(`the file keeps the instants of ${startsAt} in ${zone}`, () => {
    const [event] = parse(calendarFile([entry(startsAt, endsAt)], options)).events;
    assert.deepEqual(event?.startDate.toJSDate(), instant(startsAt));
    assert.deepEqual(event?.endDate.toJSDate(), instant(endsAt));
    assert.equal(event?.startDate.zone.tzid, "UTC");
  });
}

Deno.test("every entry is one event that a later file replaces", () => {
  const first = entry("2026-11-24T14:00:00Z", "2026-11-24T20:00:00Z");
  const second = { ...first, key: 2, sequence: 1 };
  const { calendar, events } = parse(calendarFile([first, second], options));
  assert.equal(calendar.getFirstPropertyValue("method"), "PUBLISH");
  assert.deepEqual(
    events.map((event) => [event.uid, event.sequence]),
    [
      [`${first.scheduleId}.${first.personId}.1@interviews.state.example`, 4],
      [`${first.scheduleId}.${first.personId}.2@interviews.state.example`, 1],
    ],
  );
});

Deno.test("what people typed arrives unchanged, however it must be escaped and folded", () => {
  const written = entry("2026-11-24T14:00:00Z", "2026-11-24T20:00:00Z");
  const file = calendarFile([written], options);
  const [event] = parse(file).events;
  assert.equal(event?.summary, written.title);
  assert.equal(event?.location, written.location);
  assert.equal(event?.description, written.details);
  const longest = Math.max(
    ...file.split("\r\n").map((line) => new TextEncoder().encode(line).length),
  );
  assert.ok(longest <= 75, `a line has ${longest} bytes`);
});

Deno.test("the same content makes the same file", () => {
  const entries = [entry("2026-11-24T14:00:00Z", "2026-11-24T20:00:00Z")];
  assert.equal(calendarFile(entries, options), calendarFile(entries, options));
});
