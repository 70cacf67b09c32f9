import assert from "node:assert/strict";
import { composeEmail, contentFor } from "../compose-email.ts";
import { school } from "../testing/payloads.ts";
import { emailKind, emailPayload } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { renderEmail } from "./render-email.tsx";

Deno.env.set("APP_URL", "https://interviews.state.example");
const appUrl = "https://interviews.state.example";
const link = `${appUrl}/interview#${"q8Zf0aXk".repeat(8)}`;

const start = Date.parse("2026-11-24T14:30:00Z") / 1000;
const facts = {
  on_date: "2026-11-24",
  time_zone: "America/New_York",
  format: "in_person",
  video: null,
  location: "Room 204",
  meeting_url: null,
  slots: [[start, start + 1800]],
};
const earlier = { ...facts, slots: [[start - 3600, start - 1800]] };

type Kind = (typeof emailKind.options)[number];
type Words = { subject?: string; introduction?: string; closing?: string };
type Audience = "interviewer" | "student";

const states: Partial<Record<Kind, object>> = {
  change: { state: "changed", facts, before: earlier },
  cancellation: { state: "canceled", facts: null, before: facts },
  reminder: { state: "up_to_date", facts, before: facts },
};

function payloadOf(kind: Kind, words: Words | null, name = "Priya Raman", audience?: Audience) {
  const slot = {
    kind: "interview",
    label: null,
    starts_at: "2026-11-24T14:30:00Z",
    ends_at: "2026-11-24T15:00:00Z",
  };
  const schedule = {
    ...facts,
    id: "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f",
    employer: "Northwind LLP",
    position: "Summer Associate",
    posting_id: null,
    posting_url: null,
    starts_at: slot.starts_at,
    ends_at: slot.ends_at,
    slots: [slot],
    sequence: 1,
    events: [],
    dropped: [],
    ...(states[kind] ?? { state: "new", facts, before: null }),
  };
  return emailPayload.parse({
    email_id: "7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b",
    created_at: "2026-11-20T12:00:00Z",
    kind,
    words: words && { subject: null, introduction: null, closing: null, ...words },
    audience: audience ?? (kind.startsWith("student") ? "student" : "interviewer"),
    person_id: "5a6b7c8d-1c2d-4e4f-9a6b-4c7d8e9f0a1b",
    employer: "Northwind LLP",
    to: { name, email: "priya@northwind.example" },
    school: { ...school, accent_color: "#8a1538" },
    link: { id: "0b1c2d3e-4f5a-4b6c-8d7e-9f0a1b2c3d4e", version: 1 },
    schedules: kind === "overview" ? [] : [schedule],
  });
}

async function emailOf(...about: Parameters<typeof payloadOf>) {
  const payload = payloadOf(...about);
  return contentFor(payload, await renderEmail(payload, appUrl), link);
}

const own = {
  subject: "{{school}}: {{summary}}",
  introduction: "Dear {{first_name}},\n\nwelcome to {{office}}.\nSecond line.",
  closing: "See you, {{full_name}}.",
};

for (const kind of emailKind.options) {
  for (const audience of ["interviewer", "student"] as const) {
    for (const words of [null, own]) {
      const how = words ? "the office’s words" : "the standard words";
      Deno.test(`${kind} to a ${audience} keeps what may not be lost, in ${how}`, async () => {
        const { subject, html, text } = await emailOf(kind, words, "Priya Raman", audience);
        const times = kind === "overview" ? [] : ["9:30–10:00 AM EST", "Eastern Time (New York)"];
        const place = ["overview", "cancellation"].includes(kind)
          ? []
          : ["Room 204", "calendar.google.com"];
        const changed = kind === "change" ? ["was 8:30"] : [];
        for (const fact of [
          link,
          "careers@state.example",
          "+1 212 555 0100",
          ...times,
          ...place,
          ...changed,
        ]) {
          for (const body of [html, text]) assert.ok(body.includes(fact), fact);
        }
        for (const part of [subject, html, text]) assert.doesNotMatch(part, /\{\{/);
        if (!words) return;
        assert.match(subject, /^State University: \S/);
        for (const body of [html, text]) {
          for (const said of [
            "Dear Priya,",
            "welcome to Career Services.",
            "See you, Priya Raman.",
          ]) {
            assert.ok(body.includes(said), said);
          }
          assert.ok(!body.includes("Hello Priya Raman"), "greets twice");
        }
        assert.match(html, /Career Services\.<br\/>Second line\./);
        assert.match(text, /Career Services\.\nSecond line\./);
        assert.ok(text.includes("please do not forward"));
      });
    }
  }
}

Deno.test("a subject that would hide a change gives way to the standard one", async () => {
  const subject = "News from {{office}}";
  for (const kind of ["change", "cancellation"] as const) {
    const { subject: sent } = await emailOf(kind, { subject });
    assert.match(sent, /^(Changed|Canceled): /);
  }
  const { subject: sent } = await emailOf("reminder", { subject });
  assert.equal(sent, "News from Career Services");
});

const hostile = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "Ann\r\nBcc: everyone@example.com",
  "Ann\u2028Bcc: x\u0000",
  "\u202eelpmaxe\u202c \u2066x\u2069",
  "{{interview_link}} {{{first_name}}} {{recipient_email}}",
  "]]> --> </style> <!-- &lt;b&gt; ' `",
];

for (const typed of hostile) {
  Deno.test(`words and a name like ${JSON.stringify(typed)} stay text`, async () => {
    const words = {
      subject: `${typed} {{first_name}} {{full_name}} {{employer}}`,
      introduction: `${typed} {{full_name}}`,
      closing: `${typed} {{first_name}}`,
    };
    const { subject, html, text } = await emailOf("interview_link", words, typed);
    assert.doesNotMatch(html, /<script|<img|<\/style> <!--/);
    assert.equal(html.split(`href="${link}"`).length - 1, 1);
    assert.equal(html.split(link).length - 1, 2);
    assert.equal(text.split(link).length - 1, 1);
    assert.doesNotMatch(subject, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    assert.ok(!subject.includes(link));
    assert.doesNotMatch(html, /[\u202a-\u202e\u2066-\u2069]/u);
  });
}

Deno.test("a name is escaped in HTML and not in text or subject", async () => {
  const words = { subject: "For {{first_name}}", introduction: "Dear {{full_name}}" };
  const { subject, html, text } = await emailOf("interview_link", words, "O'Brien & <Sons>");
  assert.equal(subject, "For O'Brien");
  assert.ok(html.includes("Dear O&#39;Brien &amp; &lt;Sons&gt;"));
  assert.ok(text.includes("Dear O'Brien & <Sons>"));
});

Deno.test("what is kept of the body is the same for everyone", async () => {
  const [one, other] = await Promise.all(
    ["Priya Raman", "Sam Okafor"].map((name) =>
      renderEmail(payloadOf("interview_link", own, name), appUrl),
    ),
  );
  assert.deepEqual(one, other);
  assert.ok(one?.html.includes(placeholder.recipientFirstName));
});

Deno.test("buttons and headline have the office’s color, in the dark too", async () => {
  const { html } = await emailOf("interview_link", null);
  assert.match(html, /<h1[^>]*color:#8a1538/);
  assert.match(html, /class="button"[^>]*background-color:#8a1538/);
  assert.match(html, /\.button \{ background-color: #8a1538 !important; \}/);
  assert.ok(!html.includes("#5b5cd6"));
});

Deno.test("the logo is an image of the email itself, and named after the school", async () => {
  const payload = payloadOf("interview_link", null);
  const withLogo = { ...payload, school: { ...payload.school, has_logo: true } };
  const { html } = await renderEmail(withLogo, appUrl);
  assert.match(html, /<img[^>]* alt="State University"/);
  assert.deepEqual(html.match(/src="[^"]*"/g), ['src="cid:school-logo"']);
  const contents = contentFor(withLogo, await renderEmail(withLogo, appUrl), link);
  const logo = { content: "iVBORw0KGgo=", mime_type: "image/png" as const };
  const attached = composeEmail(withLogo, contents, logo).attachments.at(-1);
  assert.deepEqual([attached?.cid, attached?.encoding], ["school-logo", "base64"]);
  assert.ok(composeEmail(payload, contents, logo).attachments.every(({ cid }) => !cid));
});
