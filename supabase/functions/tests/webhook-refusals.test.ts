import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secrets } from "../../../dev/stack/secrets";
import { random } from "../../tests/histories";
import { type Backend, startBackend } from "./support/backend";
import { signWebhook } from "./support/resend-stub";

let backend: Backend;

beforeAll(async () => {
  backend = await startBackend({
    SMTP_URL: "smtp://127.0.0.1:1",
    POSTMARK_WEBHOOK_SECRET: secrets.webhookSecret,
  });
});
afterAll(() => backend?.stop());

const body = JSON.stringify({
  type: "email.bounced",
  created_at: "2026-11-24T10:00:00Z",
  data: { email_id: "email-1", bounce: { message: "550" } },
});

const statusOf = async (text: string, headers: Record<string, string>) =>
  (await backend.call("email-events", text, headers)).status;

const alphabet = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=_-,. "];

/** The text with one character changed, lost, doubled or added. */
function mangle(text: string, oneOf: ReturnType<typeof random>): string {
  const at = oneOf([...text].map((_, index) => index));
  const [before, found = "", after] = [text.slice(0, at), text[at], text.slice(at + 1)];
  const other = oneOf(alphabet.filter((character) => character !== found));
  return before + oneOf([other, "", found + found, found + other]) + after;
}

test("a signed call is believed until a character of what is signed, or of its signature, is another", async () => {
  const oneOf = random(9);
  expect(await statusOf(body, signWebhook(secrets.webhookSecret, body, randomUUID()))).toBe(200);
  for (let n = 0; n < 300; n += 1) {
    const signed = signWebhook(secrets.webhookSecret, body, randomUUID());
    const part = oneOf(["body", "svix-id", "svix-timestamp", "svix-signature"] as const);
    const [text, headers] =
      part === "body"
        ? [mangle(body, oneOf), signed]
        : [body, { ...signed, [part]: mangle(signed[part], oneOf) }];
    // The number is signed, and what may follow it is not read.
    const isSameTime =
      Number.parseInt(headers["svix-timestamp"], 10) === Number(signed["svix-timestamp"]);
    if (part === "svix-timestamp" && isSameTime) continue;
    expect([await statusOf(text, headers), part, text, headers]).toEqual([
      401,
      part,
      text,
      headers,
    ]);
  }
});

test("a signed call is believed for five minutes, before and after its time", async () => {
  const oneOf = random(10);
  for (let n = 0; n < 100; n += 1) {
    const seconds = oneOf([310, 3600, 86_400, 1e8]) * oneOf([-1, 1]);
    const at = new Date(Date.now() + seconds * 1000);
    const headers = signWebhook(secrets.webhookSecret, body, randomUUID(), at);
    expect([await statusOf(body, headers), seconds]).toEqual([401, seconds]);
  }
});

test("a call with a secret is believed only with that very secret", async () => {
  const oneOf = random(11);
  const secret = secrets.webhookSecret;
  expect(await statusOf(body, { "X-Webhook-Secret": secret })).toBe(200);
  for (let n = 0; n < 300; n += 1) {
    const other = mangle(secret, oneOf);
    // Spaces around a header's value are no part of it.
    if (other.trim() === secret) continue;
    expect([await statusOf(body, { "X-Webhook-Secret": other }), other]).toEqual([401, other]);
  }
});
