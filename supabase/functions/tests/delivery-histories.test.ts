import { afterAll, beforeAll, expect, test } from "vitest";
import { random } from "../../tests/histories";
import { type Backend, startBackend } from "./support/backend";
import type { Fault as ProviderFault } from "./support/provider-stub";
import { resendProblem, startResendStub } from "./support/resend-stub";
import { addSchedule, type Person, seedOffice } from "./support/season";
import { letTimePass, requestSend } from "./support/send-link";
import { type Fault, startSmtpServer, type TestSmtpServer } from "./support/smtp-server";

/** `HISTORIES=200` for a long run; the seed of each is its number. */
const histories = Number(process.env.HISTORIES ?? 3);
const names = Array.from({ length: 12 }, (_, index) => `Person ${index}`);

/** What befalls all of them while they are being sent. */
const disasters = ["kill", "database", "duplicates"] as const;
type Disaster = (typeof disasters)[number];

const smtpFaults: Fault[] = [
  { at: "rcpt", reply: 450, words: "Mailbox busy" },
  { at: "rcpt", reply: 550, words: "No such person" },
  { at: "rcpt", instead: "drop" },
  { at: "data", reply: 451, words: "Try later" },
  { at: "data", reply: 554, words: "Not this one" },
  { at: "data", instead: "drop" },
  { at: "data", instead: "hang" },
];

const providerFaults: ProviderFault[] = [
  resendProblem(429, "rate_limit_exceeded"),
  resendProblem(500, "application_error"),
  resendProblem(401, "restricted_api_key"),
  resendProblem(422, "validation_error"),
  "accept, then break off",
  "accept, then hang up",
];

let smtp: TestSmtpServer;
let bySmtp: Backend;
let resend: Awaited<ReturnType<typeof startResendStub>>;
let byProvider: Backend;

beforeAll(async () => {
  smtp = await startSmtpServer();
  bySmtp = await startBackend({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}?socketTimeout=1000` });
  resend = await startResendStub();
  byProvider = await startBackend({ RESEND_API_KEY: "re_test", RESEND_API_URL: resend.url });
  for (const { database } of [bySmtp, byProvider]) {
    await seedOffice(database);
    await database.exec("update settings set remind_day_before = false, remind_same_day = false");
  }
});
afterAll(async () => {
  await bySmtp?.stop();
  await byProvider?.stop();
  await smtp?.stop();
  await resend?.stop();
});

/** Sends to these people while the disaster happens, as soon as `hasBegun`. */
async function sendThrough(
  backend: Backend,
  scheduleId: string,
  disaster: Disaster,
  hasBegun: () => boolean,
) {
  await requestSend(backend, scheduleId);
  if (disaster === "duplicates") {
    await Promise.all(Array.from({ length: 6 }, () => backend.deliver()));
    return;
  }
  await expect.poll(hasBegun, { interval: 1 }).toBe(true);
  if (disaster === "database") backend.loseDatabase(3);
  else {
    await backend.crash();
    await backend.restart();
  }
}

type Row = { to_email: string; status: string; repeats: number };

/** Lets time pass, for more attempts than an email has and runs that a lost database costs: what became of each. */
async function settle(backend: Backend, people: Person[]): Promise<Map<string, Row>> {
  let rows: Row[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await backend.deliver();
    rows = await backend.database.query<Row>(
      `select e.to_email, e.status,
         (select count(*)::int from email_events v where v.email_id = e.id and v.params ? 'may_repeat') as repeats
       from emails e where e.to_email = any ($1)`,
      [people.map(({ email }) => email)],
    );
    if (rows.every(({ status }) => status !== "queued" && status !== "sending")) break;
    await letTimePass(backend);
  }
  return new Map(rows.map((row) => [row.to_email, row]));
}

/** What becomes of an email that meets these faults in this order. */
function endOf(faults: Fault[]): string {
  for (const fault of faults) {
    if ("reply" in fault && fault.reply >= 500) return "failed";
    if (fault.at === "data" && "instead" in fault) return "uncertain";
  }
  return "sent";
}

const runs = Array.from({ length: histories }, (_, seed) => ({
  seed,
  disaster: disasters[seed % disasters.length] as Disaster,
}));

test.each(runs)("by SMTP, history $seed ($disaster)", async ({ seed, disaster }) => {
  const oneOf = random(seed);
  const { scheduleId, people } = await addSchedule(bySmtp.database, names);
  const met = new Map<string, Fault[]>();
  for (const { email } of people) {
    const faults = Array.from({ length: oneOf([0, 0, 1, 2, 3]) }, () => oneOf(smtpFaults));
    met.set(email, faults);
    smtp.faultFor(email, ...faults);
  }
  const before = smtp.taken();
  const lucky = [...met.values()].filter((faults) => faults.length === 0).length;
  const begun = oneOf(Array.from({ length: Math.max(lucky, 1) }, (_, n) => Math.min(n, lucky)));
  await sendThrough(bySmtp, scheduleId, disaster, () => smtp.taken() - before >= begun);
  const ends = await settle(bySmtp, people);
  for (const { email } of people) {
    const copies = smtp.mailsTo(email).length;
    const end = ends.get(email);
    if (disaster === "kill") {
      // What was in flight may go out twice, and then says so.
      expect(copies).toBeLessThanOrEqual(1 + (end?.repeats ?? 0));
      expect(end?.status === "sent" ? copies > 0 : copies === 0).toBe(true);
    } else {
      const known = endOf(met.get(email) ?? []);
      // Claimed in an answer that was lost: that it never left, nobody can know.
      expect(end?.status).toBe(known === "failed" && end?.repeats ? "uncertain" : known);
      expect(copies).toBe(end?.status === "sent" ? 1 : 0);
    }
  }
});

test.each(runs)(
  "by a provider with idempotency keys, history $seed ($disaster)",
  async ({ seed, disaster }) => {
    const oneOf = random(seed);
    const { scheduleId, people } = await addSchedule(byProvider.database, names);
    resend.fault(...Array.from({ length: 8 }, () => oneOf(providerFaults)));
    const before = resend.requests();
    const begun = oneOf(Array.from({ length: names.length }, (_, n) => n));
    await sendThrough(byProvider, scheduleId, disaster, () => resend.requests() - before >= begun);
    const ends = await settle(byProvider, people);
    for (const { email } of people) {
      const copies = resend.sent.filter(({ body }) => body.to[0]?.includes(email)).length;
      expect(copies).toBeLessThanOrEqual(1);
      const end = copies === 1 ? ["sent", "uncertain"] : ["failed", "uncertain"];
      expect(end).toContain(ends.get(email)?.status);
    }
  },
);
