import assert from "node:assert/strict";
import ICAL from "ical.js";
import {
  type ClockChange,
  clockChanges,
  interviewsAround,
  type Span,
  wallOf,
} from "../tests/support/clock-changes.ts";
import { type CalendarEntry, calendarFile } from "./calendar-file.ts";
import { googleCalendarUrl, outlookCalendarUrl } from "./calendar-links.ts";
import {
  formatDay,
  formatRowRange,
  formatSpan,
  formatZone,
  hasClockChange,
  zoneAbbreviation,
} from "./dates.ts";
import type { EmailContent, EmailSchedule } from "./email/payload.ts";
import { renderEmail } from "./email/render-email.tsx";
import { scheduleEvent } from "./schedule-event.ts";
import { school } from "./testing/payloads.ts";

const appUrl = "https://interviews.state.example";
const changes = clockChanges();
const minute = 60_000;
const iso = (instant: number) => new Date(instant).toISOString();

const facts = ({ zone }: ClockChange, [start, end]: Span) => ({
  time_zone: zone,
  format: "virtual" as const,
  video: "in_app" as const,
  location: null,
  starts_at: iso(start),
  ends_at: iso(end),
});

/** The instants that a reader of "Sun, Nov 1, 1:45 AM EDT – 1:05 AM EST" arrives at, who knows the zone's offsets. */
function read(change: ClockChange, text: string): Span {
  const { zone, at, before, after } = change;
  const offsets = {
    [zoneAbbreviation(iso(at - minute), zone)]: before,
    [zoneAbbreviation(iso(at), zone)]: after,
  };
  const form =
    /^(\w+, \w+ \d+), (\d+):(\d\d)(?: ([AP]M))?(?: (\S+))?(?: – |–)(?:(\w+, \w+ \d+), )?(\d+):(\d\d) ([AP]M) (\S+)$/;
  const [
    ,
    day = "",
    h1 = "",
    m1 = "",
    half1,
    zone1,
    endDay = day,
    h2 = "",
    m2 = "",
    half2 = "",
    zone2 = "",
  ] = form.exec(text) ?? assert.fail(`"${text}" cannot be read`);
  const instant = (date: string, hour: string, minutes: string, half: string, name: string) => {
    const offset = offsets[name] ?? assert.fail(`${name} is no time of ${zone}`);
    const year = wallOf(change, at).getUTCFullYear();
    const midnight = Date.parse(`${date} ${year} UTC`);
    const hours = (Number(hour) % 12) + (half === "PM" ? 12 : 0);
    return midnight + (hours * 60 + Number(minutes) - offset) * minute;
  };
  return [
    instant(day, h1, m1, half1 ?? half2, zone1 ?? zone2),
    instant(endDay, h2, m2, half2, zone2),
  ];
}

Deno.test("every zone's two times around a change have names of their own", () => {
  for (const { zone, at } of changes) {
    assert.notEqual(zoneAbbreviation(iso(at - minute), zone), zoneAbbreviation(iso(at), zone));
  }
});

Deno.test("what is read around a clock change is the interview's instant", () => {
  for (const change of changes) {
    for (const span of interviewsAround(change)) {
      const [start, end, zone] = [iso(span[0]), iso(span[1]), change.zone];
      const text = formatSpan(start, end, zone);
      assert.deepEqual(read(change, text), span, `${zone}: ${text}`);
      if (hasClockChange(start, zone)) {
        const row = `${formatDay(start, zone)}, ${formatRowRange(start, end, zone)}`;
        assert.deepEqual(read(change, row), span, `${zone}: ${row}`);
      }
    }
  }
});

Deno.test("rows that name no zone are of a day with one", () => {
  for (const change of changes) {
    for (const { spans } of daysOf(change)) {
      const starts = spans.map(([start]) => iso(start));
      const names = new Set(starts.map((start) => zoneAbbreviation(start, change.zone)));
      if (names.size === 1) continue;
      for (const start of starts)
        assert.ok(hasClockChange(start, change.zone), `${change.zone}: ${start}`);
    }
  }
});

Deno.test("links to Google and Outlook and the file mean the interview's instant", () => {
  const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
  const entries: CalendarEntry[] = [];
  const spans: Span[] = [];
  for (const change of changes) {
    for (const span of interviewsAround(change)) {
      const event = scheduleEvent(school, "Northwind LLP", facts(change, span));
      const google = new URL(googleCalendarUrl(event)).searchParams.get("dates") ?? "";
      const outlook = new URL(outlookCalendarUrl(event)).searchParams;
      assert.deepEqual(
        google.split("/").map((text) => Date.parse(text.replace(compact, "$1-$2-$3T$4:$5:$6Z"))),
        span,
      );
      assert.deepEqual(
        ["startdt", "enddt"].map((name) => Date.parse(outlook.get(name) ?? "")),
        span,
      );
      const key = entries.length + 1;
      entries.push({ ...event, scheduleId: "s", personId: "p", key, sequence: 1 });
      spans.push(span);
    }
  }
  const file = calendarFile(entries, {
    method: "publish",
    appUrl,
    stamp: iso(0),
    organizer: { name: "Career Services", email: "careers@state.example" },
  });
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
  assert.deepEqual(
    events.map((event) =>
      ["dtstart", "dtend"].map((name) =>
        (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().getTime(),
      ),
    ),
    spans,
  );
});

Deno.test("each row of an email's times can be read by itself on the day of a clock change", async () => {
  // Two changes a zone: rendering all of them would take minutes, and rows are written as the spans above are.
  const some = changes.filter(({ zone }, index) => changes[index - 2]?.zone !== zone);
  for (let first = 0; first < some.length; first += 2) {
    const days = some.slice(first, first + 2).flatMap(daysOf);
    const { text } = await renderEmail(emailOf(days.map(({ schedule }) => schedule)), appUrl);
    assert.deepEqual(
      rowsIn(text, days),
      days.flatMap(({ spans }) => spans),
    );
  }
});

type Day = { change: ClockChange; schedule: EmailSchedule; spans: Span[] };

/** Interviews around a change, a schedule for each of the days on which they begin. */
function daysOf(change: ClockChange): Day[] {
  const days = new Map<string, Span[]>();
  for (const span of interviewsAround(change)) {
    const date = wallOf(change, span[0]).toISOString().slice(0, 10);
    days.set(date, [...(days.get(date) ?? []), span]);
  }
  return [...days].map(([date, spans]) => {
    const [first, last] = [spans[0], spans.at(-1)] as [Span, Span];
    const schedule = {
      ...facts(change, [first[0], last[1]]),
      id: date,
      employer: "Northwind LLP",
      position: null,
      posting_id: null,
      posting_url: null,
      meeting_url: null,
      slots: spans.map(([start, end]) => ({
        kind: "interview" as const,
        label: null,
        starts_at: iso(start),
        ends_at: iso(end),
      })),
      state: "new" as const,
      facts: null,
      before: null,
      sequence: 1,
      events: [],
      dropped: [],
    };
    return { change, schedule, spans };
  });
}

const emailOf = (schedules: EmailSchedule[]): EmailContent => ({
  employer: "Northwind LLP",
  kind: "interview_link",
  audience: "interviewer",
  words: null,
  school,
  schedules,
});

/** Reads an email from top to bottom as a person does: the table's caption holds for the rows that name no zone. */
function rowsIn(text: string, days: Day[]): Span[] {
  const rows: Span[] = [];
  let table = -1;
  let named = "";
  for (const line of text.split("\n")) {
    const caption = /^Times in (.*)/.exec(line)?.[1];
    if (caption) {
      table += 1;
      named = caption.split(",")[0] ?? "";
    }
    const time = /^(\d+:\d\d.*?)\s+Interview$/.exec(line)?.[1];
    if (!time) continue;
    const day = days[table] ?? assert.fail("a table too many");
    const isNamed = !/ [AP]M$/.test(time);
    // On the day of a change, the caption names no time that would hold for one row only.
    assert.ok(isNamed || !named.startsWith(formatZone(day.change.zone)), text);
    const date = dayLine(day);
    rows.push(read(day.change, `${date}, ${time}${isNamed ? "" : ` ${named}`}`));
  }
  return rows;
}

const dayLine = ({ change, spans }: Day) =>
  new Intl.DateTimeFormat("en-US", {
    weekday: "short",
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  }).format(wallOf(change, spans[0]?.[0] ?? 0));
