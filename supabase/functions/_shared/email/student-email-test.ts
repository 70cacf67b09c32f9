import assert from "node:assert/strict";
import ical from "ical.js";
import { calendarFile } from "../calendar-file.ts";
import { studentEntries } from "../student-entries.ts";
import { type EmailInterview, emailPayload } from "./payload.ts";
import { renderEmail } from "./render-email.tsx";

const appUrl = "https://interviews.state.example";
const day = "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f";

function payload(...interviews: Partial<EmailInterview>[]) {
  const parsed = emailPayload.parse({
    email_id: "7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b",
    created_at: "2026-11-20T12:00:00Z",
    kind: "student_link",
    to: { name: "Jordan Lee", email: "jordan@students.state.example" },
    school: {
      school_name: "State University",
      office_name: "Career Services",
      sender_name: "Career Services",
      sender_email: "careers@state.example",
      reply_to: null,
      support_email: "careers@state.example",
      support_phone: "+1 212 555 0100",
    },
    link: { id: "0b1c2d3e-4f5a-4b6c-8d7e-9f0a1b2c3d4e", version: 1 },
    interviews: interviews.map((changes) => ({
      schedule_id: day,
      employer: "Northwind LLP",
      position: "Summer Associate",
      time_zone: "America/New_York",
      starts_at: "2026-11-24 14:30:00+00",
      ends_at: "2026-11-24 15:00:00+00",
      format: "virtual",
      video: "in_app",
      location: null,
      revision: 3,
      state: "new",
      ...changes,
    })),
  });
  if (!("interviews" in parsed)) throw new Error("not a student's email");
  return parsed;
}

const emailFor = (...interviews: Partial<EmailInterview>[]) =>
  renderEmail(payload(...interviews), appUrl);

function entriesOf(...interviews: Partial<EmailInterview>[]) {
  const { school, interviews: kept } = payload(...interviews);
  const file = calendarFile(
    studentEntries(
      school,
      kept.map((one) => ({ ...one, canceled: one.state === "canceled" })),
    ),
    { appUrl, interviewLink: "{{interview_link}}", stamp: "2026-11-20T12:00:00Z" },
  );
  return new ical.Component(ical.parse(file)).getAllSubcomponents("vevent");
}

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
  const inPerson = await emailFor({ format: "in_person", video: null, location: "Room 204" });
  assert.ok(inPerson.text.includes("Room 204"));
  assert.ok(!inPerson.text.includes("nothing to install"));
  const theirs = await emailFor({ video: "external" });
  assert.ok(theirs.text.includes("External video meeting; join from your interview page"));
});

Deno.test("what changed says so, and what is taken back has no way into a calendar", async () => {
  const changed = await emailFor({ state: "changed" });
  assert.ok(changed.text.includes("Your interview with Northwind LLP: changed"));
  assert.ok(changed.text.includes("Changed since our last email."));
  const canceled = await emailFor({ state: "canceled" });
  assert.ok(canceled.text.includes("Your interview with Northwind LLP is canceled"));
  assert.ok(canceled.text.includes("Canceled: Tuesday, November 24"));
  assert.ok(!canceled.html.includes("calendar.google.com"));
  const [entry] = entriesOf({ state: "canceled" });
  assert.equal(entry?.getFirstPropertyValue("status"), "CANCELLED");
});

Deno.test("the subject says which interviews, and whether they changed", async () => {
  const subjectOf = async (...interviews: Partial<EmailInterview>[]) =>
    (await emailFor(...interviews)).subject;
  const other = { schedule_id: "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e60", employer: "Contoso" };
  const canceled = { ...other, state: "canceled" as const };
  const later = { ...other, starts_at: "2026-11-26 14:30:00+00" };
  assert.equal(await subjectOf({}), "Your interview with Northwind LLP, Tue, Nov 24");
  assert.equal(await subjectOf({}, other), "Your interviews on Tue, Nov 24");
  assert.equal(await subjectOf({}, later), "Your interviews on 2 days, starting Tue, Nov 24");
  assert.equal(
    await subjectOf({ state: "changed" }),
    "Changed: your interview with Northwind LLP, Tue, Nov 24",
  );
  assert.equal(await subjectOf({}, canceled), "Changed: your interviews on Tue, Nov 24");
  assert.equal(await subjectOf(canceled), "Canceled: your interview with Contoso, Tue, Nov 24");
});

Deno.test("a moved interview keeps its calendar entry; a second one that day has its own", () => {
  const uid = (one?: ical.Component) => one?.getFirstPropertyValue("uid");
  const [first] = entriesOf({});
  const [moved, second] = entriesOf({ starts_at: "2026-11-24 16:00:00+00" }, {});
  assert.equal(uid(moved), uid(first));
  assert.notEqual(uid(second), uid(first));
});

Deno.test("what people typed is text, nowhere markup", async () => {
  const { html } = await emailFor({
    employer: "<b>Evil</b> & Sons",
    position: "{{interview_link}}",
  });
  assert.ok(html.includes("&lt;b&gt;Evil&lt;/b&gt; &amp; Sons"));
  assert.equal(html.split("{{interview_link}}").length - 1, 2);
});
