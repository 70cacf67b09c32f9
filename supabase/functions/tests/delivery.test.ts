import { afterAll, beforeAll, expect, test } from "vitest";
import { type Backend, startBackend } from "./support/backend";
import { addSchedule, seedOffice } from "./support/season";
import {
  deliverLater,
  emailOf,
  eventsOf,
  requestSend,
  sendLinks,
  sendToOne,
  untilEvent,
  untilStatus,
} from "./support/send-link";
import { type Fault, startSmtpServer, type TestSmtpServer } from "./support/smtp-server";

let smtp: TestSmtpServer;
let backend: Backend;

beforeAll(async () => {
  smtp = await startSmtpServer();
  backend = await startBackend({
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}?socketTimeout=4000`,
  });
  await seedOffice(backend.database);
});

afterAll(async () => {
  await backend?.stop();
  await smtp?.stop();
});

/** Sends to one person whose first attempts meet these faults. */
const sendInto = (...faults: Fault[]) =>
  sendToOne(backend, "Priya Raman", ({ email }) => smtp.faultFor(email, ...faults));

test("a temporary refusal is tried again after a while, and then sent once", async () => {
  const person = await sendInto({ at: "rcpt", reply: 450, words: "Mailbox busy" });
  await untilEvent(backend, person, "deferred");
  expect(await emailOf(backend, person)).toMatchObject({
    attempts: 1,
    last_error: "450 Mailbox busy",
  });
  await backend.deliver();
  expect(smtp.mailsTo(person.email)).toHaveLength(0);
  await deliverLater(backend);
  await untilStatus(backend, person, "sent");
  expect(smtp.mailsTo(person.email)).toHaveLength(1);
  const events = await eventsOf(backend, person);
  expect(events).toEqual(["queued", "sending", "deferred", "sending", "sent"]);
});

test("a temporary refusal of the message itself is tried again too", async () => {
  const person = await sendInto({ at: "data", reply: 451, words: "Try later" });
  await untilEvent(backend, person, "deferred");
  await deliverLater(backend);
  await untilStatus(backend, person, "sent");
  expect(smtp.mailsTo(person.email)).toHaveLength(1);
});

test.each(["rcpt", "data"] as const)(
  "a final refusal at %s fails in the server's words",
  async (at) => {
    const person = await sendInto({ at, reply: 550, words: "No such person here" });
    await untilStatus(backend, person, "failed");
    expect((await emailOf(backend, person))?.last_error).toBe("550 No such person here");
    await deliverLater(backend);
    expect(smtp.mailsTo(person.email)).toHaveLength(0);
  },
);

test.each(["drop", "hang"] as const)(
  "a server that may have it (%s after DATA) gets no second copy",
  async (instead) => {
    const person = await sendInto({ at: "data", instead });
    await untilStatus(backend, person, "uncertain");
    await deliverLater(backend);
    expect(smtp.mailsTo(person.email)).toHaveLength(0);
    expect(await eventsOf(backend, person)).toEqual(["queued", "sending", "uncertain"]);
  },
);

test("a refusal that quotes the link is kept without it", async () => {
  const person = await sendInto({ at: "data", reply: 550, words: "Blocked: {link}" });
  await untilStatus(backend, person, "failed");
  expect((await emailOf(backend, person))?.last_error).toBe(
    "550 Blocked: http://interviews.test/interview#••••",
  );
});

test("one that fails holds up none of the others", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `Person ${index}`);
  const { scheduleId, people } = await addSchedule(backend.database, names);
  const [first, second, ...others] = people;
  if (first) smtp.faultFor(first.email, { at: "rcpt", reply: 550, words: "No" });
  if (second) smtp.faultFor(second.email, { at: "data", instead: "drop" });
  await requestSend(backend, scheduleId);
  for (const person of others) await untilStatus(backend, person, "sent");
});

test("after five temporary refusals it is given up", async () => {
  const busy: Fault = { at: "rcpt", reply: 450, words: "Mailbox busy" };
  const person = await sendInto(busy, busy, busy, busy, busy);
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await untilEvent(backend, person, "deferred", attempt);
    await deliverLater(backend);
  }
  await untilStatus(backend, person, "failed");
  expect((await emailOf(backend, person))?.attempts).toBe(5);
});

test("ten deliveries at once send one copy each", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `Person ${index}`);
  const { scheduleId, people } = await addSchedule(backend.database, names);
  const sending = requestSend(backend, scheduleId);
  await Promise.all(Array.from({ length: 10 }, () => backend.deliver()));
  await sending;
  for (const person of people) await untilStatus(backend, person, "sent");
  expect(people.map(({ email }) => smtp.mailsTo(email).length)).toEqual(people.map(() => 1));
});

test("what was being sent in a crash is taken up again", async () => {
  const person = await sendInto({ at: "data", instead: "hang" });
  await expect.poll(() => smtp.isHangingFor(person.email)).toBe(true);
  await backend.crash();
  await backend.restart();
  await backend.deliver();
  expect(await emailOf(backend, person)).toMatchObject({ status: "sending", attempts: 1 });
  await deliverLater(backend);
  await untilStatus(backend, person, "sent");
  expect(smtp.mailsTo(person.email)).toHaveLength(1);
});

// Starts functions of its own, as the others do before they begin.
test("a mail server that is down is waited for", async () => {
  const other = await startBackend({ SMTP_URL: "smtp://127.0.0.1:1" });
  await seedOffice(other.database);
  const { people } = await sendLinks(other, ["Priya Raman"]);
  const [person] = people;
  if (person) await untilEvent(other, person, "deferred");
  await other.stop();
});

test("the clock's secret is asked for", async () => {
  expect((await backend.call("deliver-emails", {})).status).toBe(401);
  const wrong = await backend.call("deliver-emails", {}, { "x-delivery-secret": "wrong" });
  expect(wrong.status).toBe(401);
});
