import assert from "node:assert/strict";
import { caniemail } from "caniemail";
import { kinds, payloadOf } from "../testing/payloads.ts";
import { contentsOf } from "../testing/sent-email.ts";

const clients = ["apple-mail.*", "gmail.*", "outlook.*", "samsung-email.*", "yahoo.*"] as const;

/** What some of them do not know, by the reason why an email is right without it. */
const dispensable: Record<string, string[]> = {
  "the colors of the light scheme stand inline": [
    "color-scheme CSS property",
    "color-scheme meta tag",
    "@media",
    "<style> element",
    "Attribute selector",
    "Class selector",
    "Descendant combinator",
    "Type selector",
  ],
  "what the inbox shows is hidden in several ways": [
    "display:none",
    "max-height property",
    "opacity",
    "overflow",
  ],
  "corners may be square": ["border-radius"],
  "the page's color stands on a table too": ["<body> element"],
  "the logo has a height attribute": ["height property"],
  "a line may break elsewhere": ["white-space", "word-break"],
  "a link opens without it": ["target attribute"],
  "only a screen reader needs it": ["role attribute"],
};

Deno.test("mail programs know what the emails are made of, or do without", async () => {
  const unknown = new Set<string>();
  for (const [kind, audience] of kinds) {
    for (const ownWords of [false, true]) {
      const { html } = await contentsOf(payloadOf(kind, audience, { ownWords, hasLogo: true }));
      const { issues } = caniemail({ clients: [...clients], html });
      for (const { title } of [...issues.errors.values()].flat()) unknown.add(title);
    }
  }
  assert.deepEqual([...unknown].sort(), Object.values(dispensable).flat().sort());
});
