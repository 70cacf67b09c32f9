import assert from "node:assert/strict";
import fc from "fast-check";
import { findToken } from "./find-token.ts";
import { makeLinkToken } from "./link-token.ts";

const page = "https://interviews.state.example/interview";
const encode = encodeURIComponent;
const link = (token: string) => `${page}#${token}`;
const encoded = (token: string) => encode(link(token));

const cut = (token: string, by: string, at = 30) => token.slice(0, at) + by + token.slice(at);
const everyFourth = (token: string, by: string) => token.replace(/.{4}/g, `$&${by}`);

/** Every character but letters and digits as two hexadecimals behind `mark`. */
const escapeAll = (text: string, mark: string) =>
  text.replace(/[^A-Za-z0-9]/g, (one) => mark + one.charCodeAt(0).toString(16).toUpperCase());

const urlDefense2 = (url: string) =>
  `https://urldefense.proofpoint.com/v2/url?u=${escapeAll(url, "%").replaceAll("%2F", "_").replaceAll("%2E", ".").replaceAll("%", "-")}&d=DwMFaQ&c=${"euGZstcaTDllvimEN8b7jXrwqOf-v5A_"}&r=8Xyz_-w&m=${"q8Zf0aXk".repeat(5)}&s=uR-_w&e=`;
const urlDefense3 = (url: string) =>
  `https://urldefense.com/v3/__${url.replace("#", "*")}__;Iw!!LIr3w8kk_Xxm!${"q8Zf0aXk".repeat(6)}-_w$`;
const safeLink = (url: string) =>
  `https://nam02.safelinks.protection.outlook.com/?url=${encode(url)}&data=05%7C02%7Cpriya%40northwind.example%7C${"0123456789abcdef".repeat(2)}%7C0%7C0%7C638%7CUnknown%7CTWFpbGZsb3d8eyJFbXB0eU1hcGkiOnRydWUsIlYiOiIwLjAuMDAwMCIsIlAiOi%3D%3D%7C0%7C%7C%7C&sdata=${encode(`${"q8Zf0aXk".repeat(5)}+/=`)}&reserved=0`;

type Form = [what: string, mangle: (token: string) => string];

const opens: Form[] = [
  ["as it was sent", link],
  ["the token alone", (t) => t],
  ["the token behind its #", (t) => `#${t}`],
  ["without its protocol", (t) => `interviews.state.example/interview#${t}`],
  ["without its host", (t) => `/interview#${t}`],

  ["the page with a capital", (t) => `https://interviews.state.example/Interview#${t}`],
  ["the page in capitals", (t) => `HTTPS://INTERVIEWS.STATE.EXAMPLE/INTERVIEW#${t}`],
  ["a slash behind the page", (t) => `${page}/#${t}`],
  ["a slash behind the #", (t) => `${page}#/${t}`],
  ["two #", (t) => `${page}##${t}`],

  ["%23 for #", (t) => `${page}%23${t}`],
  ["%2523 for #", (t) => `${page}%2523${t}`],
  ["%252523 for #", (t) => `${page}%252523${t}`],
  ["%23 behind a slash", (t) => `${page}/%23${t}`],
  ["%23 in the query", (t) => `${page}?%23${t}`],
  ["an entity for #", (t) => `${page}&#35;${t}`],
  ["a hexadecimal entity for #", (t) => `${page}&#x23;${t}`],
  ["all of it percent-encoded", encoded],
  ["all of it percent-encoded, in small letters", (t) => `https%3a%2f%2fa%2finterview%23${t}`],
  ["all of it percent-encoded twice", (t) => encode(encoded(t))],
  ["- and _ percent-encoded", (t) => `${page}#${escapeAll(t, "%")}`],
  ["behind a % that encodes nothing", (t) => `100%: 5% ${link(t)} %zz %`],

  ["a line break in it", (t) => link(cut(t, "\n"))],
  ["a line break of Windows in it", (t) => link(cut(t, "\r\n"))],
  ["a line break and an indent in it", (t) => link(cut(t, "\n\t  "))],
  ["a line break behind the #", (t) => `${page}#\n${t}`],
  ["a line break before the #", (t) => `${page}\n#${t}`],
  ["a line break in the page", (t) => `https://interviews.state.example/inter\nview#${t}`],
  ["a line break in %23", (t) => `${page}%2\n3${t}`],
  ["many line breaks", (t) => link(everyFourth(t, "\r\n"))],
  ["a line break in the token alone", (t) => cut(t, "\n")],
  ["wrapped in a reply", (t) => `> Open your page:\n> ${link(cut(t, "\n> "))}\n> Thank you`],
  ["wrapped in a reply to a reply", (t) => link(cut(t, "\n>> "))],
  ["a space in it", (t) => link(cut(t, " "))],
  ["a space behind the #", (t) => `${page}# ${t}`],
  ["a space that does not break in it", (t) => link(cut(t, "\u00a0"))],
  ["%0A in it", (t) => link(cut(t, "%0A"))],
  ["%0D%0A in it", (t) => link(cut(t, "%0D%0A"))],
  ["%20 in it", (t) => link(cut(t, "%20"))],
  ["%20 behind it", (t) => `${link(t)}%20`],
  ["%C2%A0 behind it", (t) => `${link(t)}%C2%A0`],
  ["invisible characters in it", (t) => link(everyFourth(t, "\u200b"))],
  ["soft hyphens in it", (t) => link(cut(t, "\u00ad"))],
  ["a mark of byte order before it", (t) => `\ufeff${link(t)}`],
  ["a <wbr> in it", (t) => link(cut(t, "<wbr>"))],
  ["a <br /> in it", (t) => link(cut(t, "<br />"))],

  ["a soft line break in it", (t) => link(cut(t, "=\n"))],
  ["a soft line break of Windows in it", (t) => link(cut(t, "=\r\n"))],
  ["a soft line break in %23", (t) => `${page}%2=\n3${t}`],
  ["a soft line break in the token alone", (t) => cut(t, "=\r\n")],
  ["a soft line break in a reply", (t) => `> ${link(cut(t, "=\r\n> "))}`],
  ["what is left of a soft line break before what looks like a code", (t) => link(cut(t, "=", 12))],
  ["what is left of a soft line break in it", (t) => link(cut(t, "="))],
  ["a soft line break behind the #", (t) => `${page}#=\r\n${t}`],
  ["what is left of a soft line break behind the #", (t) => `${page}#=${t}`],
  ["a soft line break in the page", (t) => `https://interviews.state.example/interv=\niew#${t}`],
  ["quoted-printable in full", (t) => `<a href=3D"${page}#${cut(t, "=\r\n")}">Open</a>`],
  ["=23 for #", (t) => `${page}=23${t}`],
  ["- and _ quoted-printable", (t) => `${page}#${escapeAll(t, "=")}`],
  ["%0A behind what is left of a soft line break", (t) => link(cut(t, "=%0A"))],

  ...[..."..,;:!?)]>}\"'*|/\\", "…", "”", "’", "»", "“", "—", "...", "!!", ").", ">.", '".'].map(
    (mark): Form => [`${mark} behind it`, (t) => link(t) + mark],
  ),
  ["- behind it", (t) => `${link(t)}-`],
  ["_ behind it", (t) => `${link(t)}_`],
  ["_ behind the token alone", (t) => `${t}_`],
  ["a period behind the token alone", (t) => `${t}.`],
  ["letters behind it", (t) => `${link(t)}Thanks`],

  ["angle brackets around it", (t) => `<${link(t)}>`],
  ["parentheses around it", (t) => `(${link(t)})`],
  ["typographic quotes around it", (t) => `“${link(t)}”`],
  ["guillemets around it", (t) => `« ${link(t)} »`],
  ["Markdown", (t) => `[Open your page](${link(t)})`],
  ["Markdown that escapes its _", (t) => link(t.replaceAll("_", "\\_"))],
  ["a chat's link with its name", (t) => `<${link(t)}|Open your interview page>`],
  ["HTML", (t) => `<a href="${link(t)}" target="_blank">Open your interview page</a>`],
  ["JSON", (t) => JSON.stringify({ url: link(t) })],
  ["a sentence around it", (t) => `Hi, my link is ${link(t)} and it does not open. Why?`],
  ["a sentence with numbers around it", (t) => `#1 of 2: open ${link(t)}, then press Join #2.`],
  [
    "a sentence with a number and no punctuation before it",
    (t) =>
      `Question #1 I cannot open the page that you sent me in the email of yesterday morning please have a look ${link(t)}`,
  ],
  ["a sentence around the token alone", (t) => `My code is ${t}, I think`],
  ["the email's text around it", (t) => `Open your interview page ${link(t)}\n\n9:00–9:30 AM`],
  ["a broken link before it", (t) => `${page}#\n${page}#abc…\n${link(t)}`],
  ["the word interview before it", (t) => `Interview pages for interview days: ${link(t)}`],

  ["utm parameters behind it", (t) => `${link(t)}?utm_source=mail&utm_medium=email`],
  ["utm parameters behind it without ?", (t) => `${link(t)}&utm_source=mail`],
  ["utm parameters before the #", (t) => `${page}?utm_source=mail&utm_id=9#${t}`],
  ["utm parameters before %23", (t) => `${page}?utm_source=mail%23${t}`],
  ["a fragment of text behind it", (t) => `${link(t)}:~:text=Open`],

  ["SafeLinks", (t) => safeLink(link(t))],
  ["SafeLinks in SafeLinks", (t) => safeLink(safeLink(link(t)))],
  ["SafeLinks in HTML", (t) => safeLink(link(t)).replaceAll("&", "&amp;")],
  ["SafeLinks, wrapped", (t) => safeLink(link(t)).replace(/.{60}/g, "$&\r\n")],
  ["URL Defense 1", (t) => `https://urldefense.proofpoint.com/v1/url?u=${encoded(t)}&k=q8Zf`],
  ["URL Defense 2", (t) => urlDefense2(link(t))],
  ["URL Defense 2, wrapped", (t) => urlDefense2(link(t)).replace(/.{60}/g, "$&=\r\n")],
  [
    "URL Defense 2 behind another link's",
    (t) => `${urlDefense2("https://a.example")} ${urlDefense2(link(t))}`,
  ],
  ["URL Defense 2 in SafeLinks", (t) => safeLink(urlDefense2(link(t)))],
  ["URL Defense 3", (t) => urlDefense3(link(t))],
  ["URL Defense 3, a slash behind the page", (t) => urlDefense3(`${page}/#${t}`)],
  ["URL Defense 3, wrapped", (t) => urlDefense3(link(t)).replace(/.{60}/g, "$&\r\n")],
  ["URL Defense 3 in SafeLinks", (t) => safeLink(urlDefense3(link(t)))],
  ["Google's redirect", (t) => `https://www.google.com/url?q=${encoded(t)}&sa=D&usg=AOvVaw0`],
  ["a gateway's ?url=", (t) => `https://gate.example/?url=${encoded(t)}&id=7`],
  ["a gateway's ?u=", (t) => `https://gate.example/r?x=1&u=${encoded(t)}`],
  ["a gateway's ?a=", (t) => `https://gate.example/url?a=${encoded(t)}&c=E,1,x&typo=1`],
  ["a gateway's path", (t) => `https://gate.example/1-x/${encoded(t)}`],
  ["a gateway that encodes twice", (t) => `https://gate.example/?url=${encode(encoded(t))}`],

  ["a hyphen that does not break", (t) => link(t.replaceAll("-", "\u2011"))],
  ["an en dash for -", (t) => link(t.replaceAll("-", "–"))],
  ["an em dash for --", (t) => link(t.replaceAll("--", "—"))],
];

const explains: Form[] = [
  ["nothing", () => ""],
  ["a space", () => " "],
  ["the page", () => page],
  ["the page with utm parameters", () => `${page}?utm_source=mail`],
  ["a # and nothing", () => `${page}#`],
  ["the token cut off at its end", (t) => link(t.slice(0, -1))],
  ["the token cut off at its beginning", (t) => link(t.slice(1))],
  ["the token cut short by its mail program", (t) => link(`${t.slice(0, 20)}…`)],
  ["the token with its middle left out", (t) => link(`${t.slice(0, 30)}...${t.slice(-30)}`)],
  ["the token with words in it", (t) => link(cut(t, " (click here) "))],
  ["the token's two halves the wrong way around", (t) => link(t.slice(32) + t.slice(0, 32))],
  ["the token in small letters", (t) => link(t.toLowerCase())],
  ["the token behind something else", (t) => `x${t}`],
  ["a link to somewhere else", () => "https://interviews.state.example/admin#top"],
  ["SafeLinks to somewhere else", () => safeLink("https://interviews.state.example/")],
  ["a link beyond 4,000 characters", (t) => `${"x ".repeat(2000)}${link(t)}`],
  ["an email address", () => "priya@northwind.example"],
  ["letters that no token has", () => `${page}#${"é".repeat(64)}`],
];

async function tokens(): Promise<string[]> {
  const ids = fc.sample(fc.uuid(), { numRuns: 20, seed: 7 });
  const made = await Promise.all(ids.map((id, n) => makeLinkToken("a secret", id, n + 1)));
  // With each of what a token can have that means something elsewhere.
  const awkward = ["3D", "23", "--", "__", "-_", "5F", "interview"].map((text) =>
    cut(made[0] ?? "", text, 12).slice(0, 64),
  );
  return [...made, ...awkward, ...awkward.map((token) => `-_${token.slice(2, 62)}_-`)];
}

for (const [what, mangle] of opens) {
  Deno.test(`a link opens with ${what}`, async () => {
    for (const token of await tokens()) assert.equal(findToken(mangle(token)), token);
  });
}

for (const [what, mangle] of explains) {
  Deno.test(`${what}: no whole token, so the page explains`, async () => {
    for (const token of await tokens()) assert.notEqual(findToken(mangle(token)), token);
  });
}

Deno.test("a link may be mangled twice", async () => {
  const [token = ""] = await tokens();
  const whole = opens.filter(([, mangle]) => mangle(token).includes(link(token)));
  assert.ok(whole.length > 20);
  for (const [outer, mangle] of whole) {
    for (const wrap of [safeLink, urlDefense2, (text: string) => `<${text}>`]) {
      const text = mangle(token).replace(link(token), wrap(link(token)));
      assert.equal(findToken(text), token, outer);
    }
  }
});

Deno.test("any text at all has an answer: a token's 64 characters, or none", () => {
  const parts = ["#", "%23", "%", "=", "-", "_", "*", "&", "interview", "/v2/url?u=", "\n", ">"];
  const text = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: "binary" })));
  fc.assert(
    fc.property(text, (made) => /^[\w-]{64}$/.test(findToken(made.join("")) ?? "A".repeat(64))),
  );
});

Deno.test("no text takes long", () => {
  const repeated = [
    "#",
    "=",
    "%",
    "%2",
    "%25",
    "%23",
    "-",
    "_",
    "a",
    "#a",
    "#=",
    "= ",
    "\n>",
    "\n",
    " ",
  ];
  const tails = [
    "interview",
    "interview/",
    "interview#",
    "/v2/url?u=",
    "&#",
    "<w",
    "\\",
    "—",
    "%E2%80",
  ];
  for (const part of [...repeated, ...tails]) {
    for (const [head, tail] of [
      ["", ""],
      ["interview#", "!"],
      ["a".repeat(64), "a"],
    ]) {
      const text = head + part.repeat(1_000_000 / part.length) + tail;
      const times = Array.from({ length: 5 }, () => {
        const begun = performance.now();
        findToken(text);
        return performance.now() - begun;
      });
      assert.ok(Math.min(...times) < 20, `${head}${part}${tail}`);
    }
  }
});
