import assert from "node:assert/strict";
import ical from "ical.js";
import { calendarAttachments } from "../calendar-attachments.ts";
import type { Facts } from "../changes.ts";
import { school } from "../testing/payloads.ts";
import { type EmailSchedule, emailPayload } from "./payload.ts";
import { renderEmail } from "./render-email.tsx";

const appUrl = "https://interviews.state.example";
const day = "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f";
const seconds = (instant: string) => Date.parse(instant) / 1000;
const half = (instant: string): [number, number] => [seconds(instant), seconds(instant) + 1800];
const halfPastNine = "2026-11-24T14:30:00Z";

const facts = (changes: Partial<Facts> = {}): Facts => ({
  on_date: "2026-11-24",
  time_zone: "America/New_York",
  format: "virtual",
  video: "in_app",
  location: null,
  meeting_url: null,
  slots: [half(halfPastNine)],
  ...changes,
});

type Case = Partial<EmailSchedule> & { now?: Facts | null; before?: Facts };

/** One schedule of an email: what holds now, and what the student was last notified of. */
function scheduleOf({ now = facts(), before, ...rest }: Case) {
  const shown = now ?? before ?? facts();
  const slots = shown.slots.map(([start, end]) => ({
    kind: "interview",
    label: null,
    starts_at: new Date(start * 1000).toISOString(),
    ends_at: new Date(end * 1000).toISOString(),
  }));
  const entries = (of: Facts | null | undefined) =>
    (of?.slots ?? []).map(([start, end], index) => [index + 1, start, end]);
  return {
    ...shown,
    id: day,
    employer: "Northwind LLP",
    position: "Summer Associate",
    posting_id: null,
    posting_url: null,
    starts_at: slots[0]?.starts_at,
    ends_at: slots.at(-1)?.ends_at,
    slots,
    state: !before ? "new" : now ? "changed" : "removed",
    facts: now,
    before: before ?? null,
    sequence: 3,
    events: entries(now),
    dropped: entries(before).slice(entries(now).length),
    ...rest,
  };
}

const payload = (...schedules: Case[]) =>
  emailPayload.parse({
    email_id: "7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b",
    created_at: "2026-11-20T12:00:00Z",
    kind: "student_link",
    audience: "student",
    words: null,
    person_id: "5a6b7c8d-1c2d-4e4f-9a6b-4c7d8e9f0a1b",
    employer: null,
    to: { name: "Jordan Lee", email: "jordan@students.state.example" },
    school,
    link: { id: "0b1c2d3e-4f5a-4b6c-8d7e-9f0a1b2c3d4e", version: 1 },
    schedules: schedules.map(scheduleOf),
  });

const emailFor = (...schedules: Case[]) => renderEmail(payload(...schedules), appUrl);

Deno.test("names employer, day and time with its zone named, the place, and whom to ask", async () => {
  const { html, text } = await emailFor({});
  for (const words of [
    "Your interview with Northwind LLP",
    "Tuesday, November 24, 9:30–10:00 AM EST",
    "9:30–10:00 AM EST, Eastern Time (New York)",
    "Northwind LLP · Summer Associate",
    "In-App Video, on your interview page",
    "Hello {{recipient_name}},",
    "careers@state.example",
  ]) {
    assert.ok(html.includes(words), `the HTML says ${words}`);
    assert.ok(text.includes(words), `the text says ${words}`);
  }
  assert.equal(html.match(/class="button"/g)?.length, 1);
  assert.ok(text.includes("calendar.google.com") && text.includes("20261124T143000Z"));
});

Deno.test("an interview in person names its location, an external video has no URL", async () => {
  const inPerson = facts({ format: "in_person", video: null, location: "Room 204" });
  const { text } = await emailFor({ now: inPerson });
  assert.ok(text.includes("Room 204"));
  assert.ok(!text.includes("nothing to install"));
  const theirs = await emailFor({ now: facts({ video: "external" }) });
  assert.ok(theirs.text.includes("External video meeting; join from your interview page"));
});

const changes: [what: string, now: Partial<Facts>, words: string][] = [
  [
    "the time",
    { slots: [half("2026-11-24T15:00:00Z")] },
    "now Tue, Nov 24, 10:00–10:30 AM EST (was 9:30–10:00 AM)",
  ],
  [
    "the day",
    { on_date: "2026-11-25", slots: [half("2026-11-25T14:30:00Z")] },
    "now Wed, Nov 25, 9:30–10:00 AM EST (was Tue, Nov 24, 9:30–10:00 AM EST)",
  ],
  [
    "the zone",
    { time_zone: "America/Chicago" },
    "now Tue, Nov 24, 8:30–9:00 AM CST (was Tue, Nov 24, 9:30–10:00 AM EST)",
  ],
  [
    "the place",
    { format: "in_person", video: null, location: "Room 204" },
    "now Room 204 (was by In-App Video)",
  ],
  [
    "a second interview between",
    { slots: [half(halfPastNine), half("2026-11-24T16:00:00Z")] },
    "now Tue, Nov 24, 9:30–11:30 AM EST (was 9:30–10:00 AM)",
  ],
];

for (const [what, now, words] of changes) {
  Deno.test(`subject and first line say that ${what} changed, and from what`, async () => {
    const { subject, html, text } = await emailFor({ now: facts(now), before: facts() });
    assert.match(subject, /^Changed: your interviews? with Northwind LLP, now /);
    assert.ok(subject.endsWith(words), subject);
    const line = `N${words.slice(1)}.`;
    assert.ok(text.indexOf(line) < text.indexOf("Hello"), text);
    assert.ok(html.includes(line));
  });
}

Deno.test("what is taken back says so, has no way into a calendar and a file that removes it", async () => {
  const gone = { now: null, before: facts() };
  const { subject, html, text } = await emailFor(gone);
  assert.equal(subject, "Canceled: your interview with Northwind LLP, Tue, Nov 24");
  assert.ok(text.includes("Your interview with Northwind LLP is canceled"));
  assert.ok(text.includes("Canceled: Tuesday, November 24"));
  assert.ok(!html.includes("calendar.google.com"));
  const [file, ...others] = calendarAttachments(payload(gone), appUrl);
  assert.equal(others.length, 0);
  assert.match(file?.contentType ?? "", /method=CANCEL$/);
  const calendar = new ical.Component(ical.parse(file?.content ?? ""));
  assert.equal(calendar.getFirstPropertyValue("method"), "CANCEL");
  const [entry] = calendar.getAllSubcomponents("vevent");
  assert.equal(entry?.getFirstPropertyValue("status"), "CANCELLED");
});

Deno.test("the subject says which interviews, and whether they changed", async () => {
  const subjectOf = async (...schedules: Case[]) => (await emailFor(...schedules)).subject;
  const contoso = { id: "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e60", employer: "Contoso" };
  const later = { ...contoso, now: facts({ slots: [half("2026-11-26T14:30:00Z")] }) };
  const gone = { ...contoso, now: null, before: facts() };
  assert.equal(await subjectOf({}), "Your interview with Northwind LLP, Tue, Nov 24");
  assert.equal(await subjectOf({}, contoso), "Your interviews, Tue, Nov 24");
  assert.equal(await subjectOf({}, later), "Your interviews, 2 days starting Tue, Nov 24");
  assert.equal(await subjectOf({}, gone), "Changed: your interviews, Tue, Nov 24");
  assert.equal(await subjectOf(gone), "Canceled: your interview with Contoso, Tue, Nov 24");
  assert.equal(
    await subjectOf({ state: "up_to_date", before: facts() }),
    "Your interview with Northwind LLP, Tue, Nov 24",
  );
});

Deno.test("each interview keeps an entry of its own, asks nobody to answer, and reminds", () => {
  const two = facts({ slots: [half(halfPastNine), half("2026-11-24T16:00:00Z")] });
  const [file] = calendarAttachments(payload({ now: two }), appUrl);
  const calendar = new ical.Component(ical.parse(file?.content ?? ""));
  assert.equal(calendar.getFirstPropertyValue("method"), "REQUEST");
  const entries = calendar.getAllSubcomponents("vevent");
  const person = "5a6b7c8d-1c2d-4e4f-9a6b-4c7d8e9f0a1b";
  assert.deepEqual(
    entries.map((entry) => entry.getFirstPropertyValue("uid")),
    [1, 2].map((key) => `${day}.${person}.${key}@interviews.state.example`),
  );
  for (const entry of entries) {
    assert.equal(entry.getFirstPropertyValue("sequence"), 3);
    assert.equal(entry.getFirstPropertyValue("organizer"), "mailto:careers@state.example");
    const attendee = entry.getFirstProperty("attendee");
    assert.equal(
      String(attendee?.getFirstValue()).toLowerCase(),
      "mailto:jordan@students.state.example",
    );
    assert.equal(attendee?.getParameter("rsvp"), "FALSE");
    assert.equal(entry.getAllSubcomponents("valarm").length, 1);
    assert.ok(!file?.content.includes("{{interview_link}}"));
  }
});

Deno.test("what people typed is text, nowhere markup", async () => {
  const { html } = await emailFor({
    employer: "<b>Evil</b> & Sons",
    position: "{{interview_link}}",
  });
  assert.ok(html.includes("&lt;b&gt;Evil&lt;/b&gt; &amp; Sons"));
  assert.equal(html.split("{{interview_link}}").length - 1, 2);
});
