import assert from "node:assert/strict";
import fc from "fast-check";
import { calendarShape, entriesOf, textsOf } from "../testing/calendar-shape.ts";
import { htmlShape } from "../testing/html-shape.ts";
import { harmless, kinds, payloadOf, type Typed } from "../testing/payloads.ts";
import {
  link,
  openPost,
  type ReadEmail,
  readWithMailparser,
  readWithPostalMime,
  type Sent,
} from "../testing/sent-email.ts";
import { headerText, tame } from "./placeholders.ts";

type Which = (typeof kinds)[number];

const seed = Number(Deno.env.get("SEED") ?? 11);
const numRuns = Number(Deno.env.get("RUNS") ?? 20);

// The connection stays open between sends.
const open = { sanitizeOps: false, sanitizeResources: false };

const fields = Object.keys(harmless) as (keyof Typed)[];
const multiline: (keyof Typed)[] = ["introduction", "closing"];
const urls: (keyof Typed)[] = ["meetingUrl", "postingUrl"];

/** Put at the end of what may stand in each field: URLs stay URLs. */
const typedWith = (text: (field: keyof Typed) => string): Typed =>
  Object.fromEntries(
    fields.map((field) => [
      field,
      urls.includes(field) ? `https://meet.example/${text(field)}` : text(field),
    ]),
  ) as Typed;

/** Harmless values, in as many lines and paragraphs as those typed. */
function harmlessLike(typed: Typed): Typed {
  const inLines = (text: string) => text.replace(/[^\n]+/g, (line) => (line.trim() ? "x" : ""));
  const words = multiline.map((field) => [field, inLines(typed[field])]);
  return { ...harmless, ...Object.fromEntries(words) };
}

const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const isCalendar = ({ type }: { type: string }) => type === "text/calendar";

function shapeOf({ headers, type, addresses, html, files }: ReadEmail, typed: Typed) {
  const typedUrls = urls.map((field) => tame(typed[field]));
  return {
    headers,
    type,
    addresses,
    elements: htmlShape(html, typedUrls),
    files: files.map(({ name, type: fileType, id }) => [name, fileType, id]),
    calendars: files.filter(isCalendar).map(({ text }) => [calendarShape(text), entriesOf(text)]),
  };
}

const read = ({ source }: Sent) =>
  Promise.all([readWithMailparser(source), readWithPostalMime(source)]);

const post = await openPost();
const options = { ownWords: true, hasLogo: true };
const usuals = new Map<string, Promise<{ sent: Sent; readings: ReadEmail[] }>>();

async function sendAndRead([kind, audience]: Which, typed: Typed) {
  const sent = await post.send(payloadOf(kind, audience, { ...options, typed }));
  return { sent, readings: await read(sent) };
}

/** The email of harmless words: sent once for all that are to be like it. */
function usualOf(which: Which, typed: Typed) {
  const key = JSON.stringify([which, typed]);
  const usual = usuals.get(key) ?? sendAndRead(which, typed);
  usuals.set(key, usual);
  return usual;
}

/** Whatever is typed, the email that arrives is built like that of harmless words, and says what was typed. */
async function check(which: Which, typed: Typed): Promise<void> {
  const like = harmlessLike(typed);
  const usual = await usualOf(which, like);
  const { sent, readings } = await sendAndRead(which, typed);
  assert.deepEqual(sent.recipients, usual.sent.recipients);
  for (const [n, reading] of readings.entries()) {
    const expected = usual.readings[n];
    assert.ok(expected);
    assert.deepEqual(shapeOf(reading, typed), shapeOf(expected, like));
    const names = [typed.senderName, typed.name].map((name) => flat(headerText(tame(name))));
    assert.deepEqual(reading.names.map(flat), names);
    assert.equal(flat(reading.subject), flat(sent.contents.subject));
    assert.equal(flat(reading.html), flat(sent.contents.html));
    assert.equal(flat(reading.text), flat(sent.contents.text));
    assert.equal(reading.html.split(link).length - 1, 2);
    assert.equal(reading.text.split(link).length - 1, 1);
    for (const file of reading.files.filter(isCalendar)) {
      assert.ok(!file.text.replace(/\r\n /g, "").includes(link));
      for (const field of ["employer", "officeName"] as const) {
        const said = tame(typed[field]);
        assert.ok(textsOf(file.text).some((text) => text.includes(said)));
      }
    }
  }
  assert.ok(!sent.contents.subject.includes(link));
  assert.doesNotMatch(sent.contents.subject, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  assert.doesNotMatch(sent.contents.html, /[\u202a-\u202e\u2066-\u2069]/u);
}

const cases: [what: string, text: string][] = [
  ["a line break and a header", "Ann\r\nBcc: everyone@evil.example\r\n\r\n<b>body</b>"],
  ["a bare line feed and a header", "Ann\nTo: everyone@evil.example"],
  ["a bare carriage return and a header", "Ann\rX-Evil: yes"],
  ["other line breaks", "Ann\u0085Bcc: a@evil.example\u2028Bcc: b@evil.example\u2029\u000b\u000c"],
  ["a part of its own", "Ann\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<script></script>"],
  ["an encoded word with a line break", "=?utf-8?Q?Ann=0D=0ABcc:_a@evil.example?="],
  ["a script", "<script>alert(1)</script><img src=x onerror=alert(1)>"],
  ["attributes", `" onmouseover="alert(1)" style="position:fixed`],
  ["attributes in single quotes", "' onmouseover='alert(1)"],
  ["ends of what surrounds it", "]]> --> </title></style></p></td></table></body> <!--"],
  ["a link", `<a href="https://evil.example">here</a> &lt;a href=x&gt; &#60;b&#62;`],
  [
    "another recipient",
    "Ann <everyone@evil.example>, Bob <bob@evil.example>; group: c@evil.example;",
  ],
  ["quotes and backslashes", `Ann "The \\ Boss" O'Brien \\" \\`],
  ["calendar parameters", `Ann";ROLE=CHAIR;SENT-BY="mailto:a@evil.example`],
  ["a calendar value", `Ann":mailto:a@evil.example`],
  ["calendar lines", "Ann\r\nATTENDEE:mailto:a@evil.example\r\nEND:VEVENT\\nBEGIN:VALARM"],
  ["calendar escapes", "a\\, b\\; c\\n d\\N e\\\\ f^n ^' ^^"],
  ["bidi controls", "\u202egro.live\u202c \u2066x\u2069 \u200f\u061cא"],
  ["zero-width characters", "Pri\u200bya\u200d\u200c\ufeff \u00ad\u2060Raman"],
  ["emoji", "👩🏽‍💻 Ann 🏳️‍🌈 𝒜𝓃𝓃 é"],
  ["NUL and control characters", "Ann\u0000\u0001\u001b[31m\u007f\u009b Bob"],
  ["our placeholders", "{{interview_link}} {{recipient_email}} {{recipient_name}}"],
  ["fields and almost fields", "{{{first_name}}} {{ school }} {{{{interview_link}}}} {{nothing}}"],
  ["replacement patterns", "$& $1 $` $' $$ $<x> %s %{y}"],
  ["10 KB without a space", "A".repeat(10_240)],
  ["10 KB of words", "Ann ".repeat(2_560)],
  ["10 KB of emoji", "😀".repeat(2_560)],
];

for (const [what, text] of cases) {
  Deno.test({
    name: `${what} in every field of every email stays text`,
    ...open,
    fn: async () => {
      for (const which of kinds)
        await check(
          which,
          typedWith(() => text),
        );
    },
  });
}

const fragments = cases.map(([, text]) => text).filter((text) => text.length < 200);
const part = fc.oneof(
  fc.constantFrom(...fragments),
  fc.constantFrom("{", "}", "{{", "}}", '"', "\\", "\r", "\n", "<", ">", "&", ",", ";", ":", "^"),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);
// What has nothing to read in it, no field takes.
const text = fc
  .array(part, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(""))
  .filter((joined) => tame(joined) !== "");
const typedText = fc.tuple(...fields.map(() => fc.oneof(text, fc.constant(null)))).map((texts) => {
  const typed = typedWith((field) => texts[fields.indexOf(field)] ?? "");
  const isTyped = (field: keyof Typed) => texts[fields.indexOf(field)] !== null;
  const given = fields.filter(isTyped).map((field) => [field, typed[field]]);
  return { ...harmless, ...Object.fromEntries(given) } as Typed;
});

Deno.test({
  name: `whatever is typed stays text (SEED=${seed} RUNS=${numRuns})`,
  ...open,
  fn: () =>
    fc.assert(fc.asyncProperty(fc.constantFrom(...kinds), typedText, check), { seed, numRuns }),
});

Deno.test({ name: "the mail server stops", ...open, fn: () => post.close() });
