import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Backend, startBackend } from "./support/backend";
import { seedOffice } from "./support/season";
import { linkIn, sendLinks, untilStatus } from "./support/send-link";
import { startSmtpServer, type TestSmtpServer } from "./support/smtp-server";

let smtp: TestSmtpServer;
let backend: Backend;

beforeAll(async () => {
  smtp = await startSmtpServer();
  backend = await startBackend({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}` });
  await seedOffice(backend.database);
});

afterAll(async () => {
  await backend?.stop();
  await smtp?.stop();
});

// Everyone asks from an address of their own: one address may ask twenty times an hour.
const ask = async (email: string) => {
  const begun = performance.now();
  const from = { "x-forwarded-for": randomUUID() };
  const response = await backend.call("request-interview-link", { email }, from);
  const answer = { status: response.status, body: await response.json() };
  return { answer, time: performance.now() - begun };
};

const taken = { status: 202, body: { ok: true } };

async function invited() {
  const { people } = await sendLinks(backend, ["Priya Raman"]);
  const [person] = people;
  if (!person) throw new Error("nobody was invited");
  await untilStatus(backend, person, "sent");
  return person;
}

test("someone who was invited is sent the same link again", async () => {
  const { email } = await invited();
  expect((await ask(email.toUpperCase())).answer).toEqual(taken);
  await expect.poll(() => smtp.mailsTo(email).length).toBe(2);
  const [first, second] = smtp.mailsTo(email).map((mail) => linkIn(mail.text));
  expect(second).toBe(first);
});

test("a known and an unknown address get the same answer in the same time", async () => {
  const { people } = await sendLinks(
    backend,
    Array.from({ length: 9 }, () => "Priya Raman"),
  );
  for (const person of people) await untilStatus(backend, person, "sent");
  const times: Record<string, number[]> = { known: [], unknown: [] };
  for (const [index, { email }] of people.entries()) {
    for (const [kind, address] of [
      ["known", email],
      ["unknown", `nobody-${index}@elsewhere.example`],
    ] as const) {
      const { answer, time } = await ask(address);
      expect(answer).toEqual(taken);
      times[kind]?.push(time);
    }
  }
  const medians = Object.values(times).map((list) => list.sort((a, b) => a - b)[4] ?? 0);
  expect(Math.max(...medians)).toBeLessThan(3 * Math.min(...medians) + 20);
});

test("asking again and again sends three at most", async () => {
  const person = await invited();
  for (let time = 0; time < 6; time += 1) expect((await ask(person.email)).answer).toEqual(taken);
  await expect.poll(() => smtp.mailsTo(person.email).length).toBe(4);
  await untilStatus(backend, person, "sent");
  await backend.deliver();
  expect(smtp.mailsTo(person.email)).toHaveLength(4);
});

test("what is no address is refused", async () => {
  const { answer } = await ask("not an address");
  expect(answer).toEqual({
    status: 400,
    body: { error: "bad_request", params: { fields: ["email"] } },
  });
});
