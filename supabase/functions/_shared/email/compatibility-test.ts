import assert from "node:assert/strict";
import { formatLongDay, formatZone, formatZonedRange } from "../dates.ts";
import { attribute, elementsOf, visibleText } from "../testing/html-shape.ts";
import { harmless, kinds, payloadOf, type Typed } from "../testing/payloads.ts";
import { contentsOf, link, openPost } from "../testing/sent-email.ts";
import { isHeld } from "./payload.ts";

// The connection stays open between sends.
const open = { sanitizeOps: false, sanitizeResources: false };

/** As long as the database lets them be. */
const longest = (words: string) => words.repeat(200).slice(0, 199).trim();
const long: Typed = {
  ...harmless,
  name: longest("Maximiliane-Alexandra von und zu Hohenstein-Wittgenstein "),
  employer: longest("Northwind International Audit and Advisory Partners "),
  position: longest("Associate for Transfer Pricing and International Tax "),
  location: longest("Second floor of the Memorial Library, Room 204 "),
  label: longest("Lunch in the Faculty Club ").slice(0, 100).trim(),
  schoolName: longest("State University of the Northern Lakes and Plains "),
  officeName: longest("Center for Career and Professional Development "),
  senderName: longest("Center for Career and Professional Development "),
  postingUrl: `https://jobs.northwind.example/${"p".repeat(200)}`,
  meetingUrl: `https://meet.northwind.example/${"m".repeat(200)}`,
};
const wide: Typed = {
  ...long,
  name: "Žofie Øst-Łukaszewicz ".repeat(9).trim(),
  employer: "北方国际会计师事务所".repeat(20),
  location: "記念図書館二階二〇四号室".repeat(16),
};

const names = { "usual names": harmless, "long names": long, "wide names": wide };
const zones = {
  "one zone": ["America/New_York"],
  "two zones": ["America/New_York", "Asia/Kolkata"],
};

const kilobyte = 1024;
// Gmail cuts an email off at 102 KB of HTML.
const mostBytes = 100 * kilobyte;
// Gmail ignores a style sheet of more than 8,192 characters.
const mostStyle = 8 * kilobyte;
// RFC 5322.
const longestLine = 998;

const post = await openPost();

for (const [kind, audience] of kinds) {
  for (const [how, typed] of Object.entries(names)) {
    for (const [where, zone] of Object.entries(zones)) {
      for (const days of kind === "overview" ? [0] : [1, 5, 12]) {
        Deno.test({
          name: `${kind} for the ${audience}: ${days} days, ${how}, ${where}`,
          fn: async () => {
            const options = { typed, days, zones: zone, interviews: 8, hasLogo: true };
            const payload = payloadOf(kind, audience, options);
            const { html, text } = await contentsOf(payload);
            assert.ok(bytesOf(html) < mostBytes, `${bytesOf(html)} bytes`);
            checkMarkup(html);
            checkSameWords(html, text);
            for (const fact of factsOf(payload)) {
              for (const body of [visibleText(html), flat(text)]) {
                assert.ok(body.includes(flat(fact)), fact);
              }
            }
          },
        });
      }
    }
  }
}

Deno.test({
  name: "twelve days of two interviews are less than 100 KB as sent, files and all",
  ...open,
  fn: async () => {
    for (const [kind, audience] of kinds) {
      const { source } = await post.send(payloadOf(kind, audience, { days: 12 }));
      assert.ok(source.length < mostBytes, `${kind}: ${source.length} bytes`);
    }
  },
});

Deno.test({
  name: "no line is longer than mail servers take, whatever the names",
  ...open,
  fn: async () => {
    for (const typed of Object.values(names)) {
      for (const [kind, audience] of kinds) {
        const { source } = await post.send(payloadOf(kind, audience, { typed }));
        const lines = new TextDecoder("latin1").decode(source).split("\r\n");
        assert.ok(Math.max(...lines.map((line) => line.length)) <= longestLine);
      }
    }
  },
});

Deno.test({ name: "the mail server stops", ...open, fn: () => post.close() });

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** What nobody may miss, wherever they read it. */
function factsOf({
  kind,
  audience,
  employer,
  to,
  school,
  schedules,
}: ReturnType<typeof payloadOf>) {
  const contact = [school.school_name, school.office_name, school.support_email];
  const days = schedules.flatMap((schedule) => {
    const { starts_at, ends_at, time_zone, location, meeting_url } = schedule;
    const when = [
      formatLongDay(starts_at, time_zone),
      formatZonedRange(starts_at, ends_at, time_zone),
      formatZone(time_zone),
    ];
    if (!isHeld(schedule)) return when;
    const place = location ?? (audience === "interviewer" ? meeting_url : null);
    return [...when, ...(place ? [place] : [])];
  });
  const employers = kind === "overview" ? [employer] : schedules.map((one) => one.employer);
  const known = employers.flatMap((one) => one ?? []);
  return [link, to.name, to.email, ...contact, school.support_phone ?? "", ...known, ...days];
}

/** The two versions are of the same words, but for how to copy the link and the URLs of buttons. */
function checkSameWords(html: string, text: string): void {
  const wordsOf = (body: string) =>
    new Set(
      body
        .replace(/(?:https?|mailto):\S+/g, "")
        .split(/[\s.,;:*]+/)
        .filter(Boolean),
    );
  const copy = "If the button does not open your page, copy this link into your browser:";
  const shown = wordsOf(visibleText(html).replace(copy, ""));
  const plain = wordsOf(text);
  assert.deepEqual(
    [...shown].filter((word) => !plain.has(word)),
    [],
  );
  assert.deepEqual(
    [...plain].filter((word) => !shown.has(word)),
    [],
  );
}

const refusedElements = [
  ...["script", "link", "base", "iframe", "object", "embed", "form", "input", "button", "select"],
  ...["textarea", "video", "audio", "svg", "canvas", "picture", "template"],
];
const refusedStyle =
  /(?:^|;)\s*(?:position|float|transform|background-image|grid[a-z-]*|flex[a-z-]*|gap)\s*:|display:\s*(?:inline-)?(?:flex|grid)|url\(|var\(|calc\(/i;

/** What Outlook on Windows (Word), Outlook.com and Gmail do not take. */
function checkMarkup(html: string): void {
  assert.match(html, /^<!DOCTYPE html/i);
  const elements = elementsOf(html);
  const all = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const [page] = all("html");
  assert.ok(page && attribute(page, "lang") && attribute(page, "dir"));
  assert.match(html, /<title>[^<]+<\/title>/);
  assert.deepEqual(
    elements.map(({ tagName }) => tagName).filter((name) => refusedElements.includes(name)),
    [],
  );
  const sheets = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, sheet = ""]) => sheet);
  assert.equal(sheets.length, 1);
  assert.ok((sheets[0] ?? "").length < mostStyle);
  assert.doesNotMatch(sheets.join(), /@import|@font-face|url\(/);
  for (const element of elements) {
    const style = attribute(element, "style") ?? "";
    const what = `${element.tagName} ${style}`;
    assert.doesNotMatch(style, refusedStyle, what);
    // A program without style sheets shows it as well.
    if (attribute(element, "class")) assert.ok(style, what);
    if (/(?:^|;)width:\s*\d/.test(style)) assert.ok(attribute(element, "width"), what);
    assert.doesNotMatch(element.attrs.map(({ name }) => name).join(), /(?:^|,)on/);
  }
  for (const table of all("table")) {
    const isData = attribute(table, "data-text-format") === "dataTable";
    if (!isData) assert.equal(attribute(table, "role"), "presentation");
    for (const name of ["cellpadding", "cellspacing", "border"]) {
      assert.equal(attribute(table, name), "0");
    }
  }
  for (const image of all("img")) {
    assert.ok(attribute(image, "alt"));
    assert.match(attribute(image, "src") ?? "", /^cid:/);
    assert.ok(attribute(image, "height"));
  }
  for (const anchor of all("a")) {
    assert.match(attribute(anchor, "href") ?? "", /^(?:https:|mailto:)/);
  }
}
