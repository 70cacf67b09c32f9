import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secrets } from "../../../dev/stack/secrets";
import { type Backend, startBackend } from "./support/backend";
import { resendProblem, signWebhook, startResendStub } from "./support/resend-stub";
import { type Person, seedOffice } from "./support/season";
import {
  deliverLater,
  emailOf,
  eventsOf,
  linkIn,
  sendToOne,
  untilEvent,
  untilStatus,
} from "./support/send-link";

let resend: Awaited<ReturnType<typeof startResendStub>>;
let backend: Backend;

beforeAll(async () => {
  resend = await startResendStub();
  backend = await startBackend({ RESEND_API_KEY: "re_test", RESEND_API_URL: resend.url });
  await seedOffice(backend.database);
});

afterAll(async () => {
  await backend?.stop();
  await resend?.stop();
});

const sendInto = (...faults: Parameters<typeof resend.fault>) =>
  sendToOne(backend, 'Priya "Pri" Raman', () => resend.fault(...faults));

const sentTo = ({ email }: Person) => resend.sent.filter(({ body }) => body.to[0]?.includes(email));

test("an email goes out with its own id as the idempotency key", async () => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  const [email] = sentTo(person);
  const row = await emailOf(backend, person);
  expect(email?.key).toBe(row?.id);
  expect(email?.body.to).toEqual([`"Priya \\"Pri\\" Raman" <${person.email}>`]);
  expect(email?.body.headers["Message-ID"]).toBe(`<${row?.id}@state.example>`);
  const calendar = Buffer.from(email?.body.attachments[0]?.content ?? "", "base64").toString();
  expect(calendar.replace(/\r\n /g, "")).not.toContain(linkIn(email?.body.text));
});

test("the logo goes along as an image of the email", async () => {
  await backend.database.query(
    "insert into school_logo (content, mime_type) values ('iVBORw0KGgo=', 'image/png')",
  );
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  await backend.database.query("delete from school_logo");
  const [email] = sentTo(person);
  expect(email?.body.attachments.at(-1)).toEqual({
    filename: "logo.png",
    content: "iVBORw0KGgo=",
    content_type: "image/png",
    content_id: "school-logo",
  });
});

test.each([
  { status: 429, name: "rate_limit_exceeded" },
  { status: 500, name: "application_error" },
  { status: 401, name: "restricted_api_key" },
])("$status is tried again, and then sent once", async ({ status, name }) => {
  const person = await sendInto(resendProblem(status, name));
  await untilEvent(backend, person, "deferred");
  expect((await emailOf(backend, person))?.last_error).toContain(name);
  await deliverLater(backend);
  await untilStatus(backend, person, "sent");
  expect(sentTo(person)).toHaveLength(1);
});

test("422 is final, in the provider's words", async () => {
  const person = await sendInto(resendProblem(422, "validation_error"));
  await untilStatus(backend, person, "failed");
  expect((await emailOf(backend, person))?.last_error).toContain("The provider's words");
});

test("an answer that was lost is asked for again, and nothing is sent twice", async () => {
  const person = await sendInto("accept, then break off");
  await untilEvent(backend, person, "deferred");
  await deliverLater(backend);
  await untilStatus(backend, person, "sent");
  expect(sentTo(person)).toHaveLength(1);
});

test("a key that was used for another content leaves the outcome uncertain", async () => {
  const person = await sendInto("accept, then break off");
  await untilEvent(backend, person, "deferred");
  await backend.database.exec("update settings set office_name = 'Careers and Internships'");
  await deliverLater(backend);
  await untilStatus(backend, person, "uncertain");
  expect(sentTo(person)).toHaveLength(1);
});

const report = async (
  person: Person,
  type: string,
  id: string = randomUUID(),
  more: object = {},
) => {
  const [email] = sentTo(person);
  const body = JSON.stringify({
    type: `email.${type}`,
    created_at: new Date().toISOString(),
    data: { email_id: email?.id, tags: { email_id: email?.key }, ...more },
  });
  const response = await backend.call(
    "email-events",
    body,
    signWebhook(secrets.webhookSecret, body, id),
  );
  return { status: response.status, body: await response.json() };
};

test("what the provider reports is kept, whatever order it comes in, once each", async () => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  await report(person, "complained");
  const id = randomUUID();
  expect(await report(person, "delivered", id)).toEqual({ status: 200, body: { recorded: true } });
  await report(person, "delivered", id);
  await report(person, "delivery_delayed");
  expect(await emailOf(backend, person)).toMatchObject({ status: "complained" });
  const events = await eventsOf(backend, person);
  expect(events.slice(3)).toEqual(["complained", "delivered", "delayed"]);
});

test("a bounce says why", async () => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  await report(person, "bounced", randomUUID(), { bounce: { message: "550 no such mailbox" } });
  expect(await emailOf(backend, person)).toMatchObject({
    status: "bounced",
    last_error: "550 no such mailbox",
  });
});

test.each([
  [
    "the recipient's server refused for good",
    "bounced",
    { bounce: { type: "Permanent", message: "550" } },
    true,
  ],
  [
    "the provider holds on its own list",
    "suppressed",
    { suppressed: { message: "On the list" } },
    true,
  ],
  ["that was full", "bounced", { bounce: { type: "Transient", message: "552" } }, false],
  [
    "to which the provider failed to send",
    "failed",
    { failed: { reason: "quota reached" } },
    false,
  ],
] as const)("an address %s: suppressed or not", async (_, type, more, isSuppressed) => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  await report(person, type, randomUUID(), more);
  expect(await emailOf(backend, person)).toMatchObject({ status: "bounced" });
  const found = await backend.database.query(
    "select 1 from suppressed_addresses where email = lower($1)",
    [person.email],
  );
  expect(found.length > 0).toBe(isSuppressed);
});

test("a report whose time cannot be read is kept all the same", async () => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  const [email] = sentTo(person);
  const data = { email_id: email?.id, bounce: { message: "550" } };
  for (const created_at of ["soon", "", "2026-13-45T99:00:00Z"]) {
    const body = JSON.stringify({ type: "email.bounced", created_at, data });
    const headers = signWebhook(secrets.webhookSecret, body, randomUUID());
    const response = await backend.call("email-events", body, headers);
    expect([response.status, await response.json()]).toEqual([200, { recorded: true }]);
  }
  expect(await emailOf(backend, person)).toMatchObject({ status: "bounced" });
});

test("opens, and emails and events that are not ours, are taken and ignored", async () => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  expect(await report(person, "opened")).toEqual({ status: 200, body: { recorded: false } });
  for (const event of [
    {
      type: "email.delivered",
      created_at: "2026-11-22T10:00:00Z",
      data: { email_id: randomUUID() },
    },
    { type: "contact.created", created_at: "2026-11-22T10:00:00Z", data: { id: "1" } },
  ]) {
    const body = JSON.stringify(event);
    const headers = signWebhook(secrets.webhookSecret, body, randomUUID());
    const response = await backend.call("email-events", body, headers);
    expect([response.status, await response.json()]).toEqual([200, { recorded: false }]);
  }
});

test("a report without the right signature, or an old one, is refused", async () => {
  const body = JSON.stringify({ type: "email.bounced", created_at: "", data: { email_id: "1" } });
  const hourAgo = new Date(Date.now() - 3_600_000);
  const wrongSecret = `whsec_${Buffer.from("another secret").toString("base64")}`;
  for (const headers of [
    {},
    signWebhook(wrongSecret, body, randomUUID()),
    signWebhook(secrets.webhookSecret, `${body} `, randomUUID()),
    signWebhook(secrets.webhookSecret, body, randomUUID(), hourAgo),
  ]) {
    expect((await backend.call("email-events", body, headers)).status).toBe(401);
  }
});
