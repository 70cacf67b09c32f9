import assert from "node:assert/strict";
import fc from "fast-check";
import { school } from "../testing/payloads.ts";
import { emailPayload } from "./payload.ts";
import { fillHtml, fillText, placeholder, tame } from "./placeholders.ts";
import { emailRenderer, renderEmail } from "./render-email.tsx";

const appUrl = "https://interviews.state.example";
const link = `${appUrl}/interview#${"q8Zf0aXk".repeat(8)}`;

function payload(changes: { employer?: string; name?: string; label?: string | null } = {}) {
  const { employer = "Northwind LLP", name = "Priya Raman", label = null } = changes;
  return emailPayload.parse({
    email_id: "7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b",
    created_at: "2026-11-20T12:00:00Z",
    kind: "interview_link",
    audience: "interviewer",
    words: null,
    person_id: "5a6b7c8d-1c2d-4e4f-9a6b-4c7d8e9f0a1b",
    employer: employer,
    to: { name, email: "priya@northwind.example" },
    school,
    link: { id: "0b1c2d3e-4f5a-4b6c-8d7e-9f0a1b2c3d4e", version: 1 },
    schedules: [
      {
        id: "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f",
        employer,
        position: "Summer Associate",
        posting_id: "2d3e4f5a-6b7c-4d8e-9f0a-1b2c3d4e5f6a",
        posting_url: null,
        time_zone: "America/New_York",
        starts_at: "2026-11-24 14:00:00+00",
        ends_at: "2026-11-24 15:30:00+00",
        format: "virtual",
        video: "in_app",
        location: null,
        meeting_url: null,
        state: "new",
        facts: null,
        before: null,
        sequence: 1,
        events: [],
        dropped: [],
        slots: [
          {
            kind: "interview",
            label: null,
            starts_at: "2026-11-24 14:00:00+00",
            ends_at: "2026-11-24 14:30:00+00",
          },
          {
            kind: "break",
            label,
            starts_at: "2026-11-24 14:30:00+00",
            ends_at: "2026-11-24 15:00:00+00",
          },
          {
            kind: "interview",
            label: null,
            starts_at: "2026-11-24 15:00:00+00",
            ends_at: "2026-11-24 15:30:00+00",
          },
        ],
      },
    ],
  });
}

async function emailFor(changes: Parameters<typeof payload>[0] = {}) {
  const content = payload(changes);
  const template = await renderEmail(content, appUrl);
  const values = {
    [placeholder.interviewLink]: link,
    [placeholder.recipientName]: content.to.name,
    [placeholder.recipientEmail]: content.to.email,
  };
  const { subject, html, text } = template;
  return { content, subject, html: fillHtml(html, values), text: fillText(text, values) };
}

Deno.test("a recruiter's overview says whose days, what it is for, and whom to ask", async () => {
  const content = { ...payload(), kind: "overview" as const, schedules: [] };
  const { subject, html, text } = await renderEmail(content, appUrl);
  assert.equal(subject, "Your overview: Northwind LLP interviews at State University");
  for (const body of [html, text]) {
    for (const fact of ["Northwind LLP", "Open your page", "substitute", "careers@state.example"]) {
      assert.ok(body.includes(fact), fact);
    }
    assert.ok(body.includes(placeholder.interviewLink));
  }
});

const count = (text: string, part: string) => text.split(part).length - 1;

Deno.test("both versions say who, when, where, how to get in and whom to ask", async () => {
  const { subject, html, text } = await emailFor();
  assert.equal(subject, "Your interview link: Northwind LLP at State University, Tue, Nov 24");
  for (const body of [html, text]) {
    for (const fact of [
      "State University",
      "Northwind LLP",
      "Hello Priya Raman,",
      "Tuesday, November 24",
      "9:00–10:30 AM EST, Eastern Time (New York)",
      "9:00–9:30 AM",
      "Break",
      "Open your interview page",
      "sign-in needed",
      "calendar.google.com",
      "outlook.office.com",
      "careers@state.example",
    ]) {
      assert.ok(body.includes(fact), fact);
    }
  }
  assert.equal(count(html, `href="${link}"`), 1);
  assert.equal(count(text, link), 1);
  assert.match(text, /9:00–9:30 AM +Interview\n9:30–10:00 AM +Break\n/);
});

Deno.test("the page has a language, a title, both colour schemes and nothing to load", async () => {
  const { html } = await emailFor();
  assert.match(html, /<html lang="en"/);
  assert.match(html, /<title>Your interviews for Northwind LLP<\/title>/);
  assert.match(html, /<meta name="color-scheme" content="light dark"\/>/);
  assert.match(html, /prefers-color-scheme: dark/);
  assert.doesNotMatch(html, /<img|<script|<link|url\(|@import/);
});

Deno.test("the subject of several days says how many, and the first", async () => {
  const content = payload();
  const { schedules } = content;
  const later = schedules.map((one) => ({ ...one, starts_at: "2026-11-26 14:00:00+00" }));
  const twoDays = { ...content, schedules: [...schedules, ...later] };
  const { subject } = await renderEmail(twoDays, appUrl);
  assert.equal(
    subject,
    "Your interview link: Northwind LLP at State University, 2 days starting Tue, Nov 24",
  );
});

Deno.test("content is rendered once for everyone who gets the same content", () => {
  const render = emailRenderer(appUrl);
  assert.equal(render(payload({ name: "Priya Raman" })), render(payload({ name: "Sam Okafor" })));
  assert.notEqual(render(payload()), render(payload({ employer: "Contoso" })));
});

const hostile = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  "{{interview_link}}",
  "{{{recipient_email}}}",
  "{ {interview_link}}",
  "Ann\r\nBcc: everyone@example.com",
  "Ann\u2028Bcc: x",
  "\u202eelpmaxe\u202c",
  "&lt;b&gt; ' \" `",
  "]]> --> </style> <!--",
];

for (const name of hostile) {
  Deno.test(`a name like ${JSON.stringify(name)} stays a name`, async () => {
    const { content, subject, html, text } = await emailFor({ name, employer: name, label: name });
    assert.doesNotMatch(html, /<script|<img|onerror=alert\(1\)>|<\/style> <!--/);
    assert.equal(count(html, `href="${link}"`), 1);
    assert.equal(count(html, link), 2);
    assert.equal(count(text, link), 1);
    assert.equal(count(html, "{{"), 0);
    for (const header of [subject, content.to.name]) {
      assert.doesNotMatch(header, /[\p{Cc}\u2028\u202e]/u);
    }
  });
}

Deno.test("no text at all can make a tag, a placeholder or a line break", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (value, other) => {
      const filled = fillHtml(`<p>${placeholder.recipientName}</p>`, {
        [placeholder.recipientName]: tame(value + other),
        [placeholder.interviewLink]: "the-link",
      });
      assert.match(filled, /^<p>[^<>]*<\/p>$/);
      assert.doesNotMatch(filled, /\{\{|[\r\n]|the-link/);
    }),
  ));
