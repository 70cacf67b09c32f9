import assert from "node:assert/strict";
import fc from "fast-check";
import { makeLinkToken, parseLinkToken, verifyLinkToken } from "./link-token.ts";

const secret = "a secret of this project";
const links = [fc.uuid(), fc.integer({ min: 1, max: 1_000_000 })] as const;

const opens = (token: string, version: number | null, withSecret = secret) =>
  verifyLinkToken(withSecret, parseLinkToken(token), version);

Deno.test("a token opens its own link at its own version only", () =>
  fc.assert(
    fc.asyncProperty(...links, async (id, version) => {
      const token = await makeLinkToken(secret, id, version);
      assert.equal(token.length, 64);
      assert.equal(parseLinkToken(token).linkId, id);
      assert.equal(await opens(token, version), true);
      assert.equal(await opens(token, version + 1), false);
      assert.equal(await opens(token, version - 1), false);
      assert.equal(await opens(token, null), false);
      assert.equal(await opens(token, version, "another secret"), false);
    }),
  ));

Deno.test("a token of the page and one of the calendar feed open their own only", () =>
  fc.assert(
    fc.asyncProperty(...links, async (id, version) => {
      const page = parseLinkToken(await makeLinkToken(secret, id, version));
      const feed = parseLinkToken(await makeLinkToken(secret, id, version, "calendar-feed"));
      assert.equal(await verifyLinkToken(secret, feed, version, "calendar-feed"), true);
      assert.equal(await verifyLinkToken(secret, feed, version + 1, "calendar-feed"), false);
      assert.equal(await verifyLinkToken(secret, feed, version), false);
      assert.equal(await verifyLinkToken(secret, page, version, "calendar-feed"), false);
    }),
  ));

Deno.test("a token with any character changed opens nothing", () =>
  fc.assert(
    fc.asyncProperty(
      ...links,
      fc.nat(63),
      fc.constantFrom(..."ABCXYZabcxyz0189-_"),
      async (id, version, at, character) => {
        const token = await makeLinkToken(secret, id, version);
        fc.pre(token[at] !== character);
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        assert.equal(await opens(changed, version), false);
      },
    ),
  ));

Deno.test("a token of one link does not open another", () =>
  fc.assert(
    fc.asyncProperty(...links, fc.uuid(), async (id, version, other) => {
      fc.pre(id !== other);
      const mac = (await makeLinkToken(secret, id, version)).slice(22);
      const prefix = (await makeLinkToken(secret, other, version)).slice(0, 22);
      assert.equal(await opens(prefix + mac, version), false);
    }),
  ));
