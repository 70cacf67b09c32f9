import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secrets } from "../../../dev/stack/secrets";
import { type Backend, startBackend } from "./support/backend";
import { postmarkProblem, startPostmarkStub } from "./support/postmark-stub";
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

let postmark: Awaited<ReturnType<typeof startPostmarkStub>>;
let backend: Backend;

beforeAll(async () => {
  postmark = await startPostmarkStub();
  backend = await startBackend({
    POSTMARK_SERVER_TOKEN: "server-token",
    POSTMARK_API_URL: postmark.url,
    POSTMARK_WEBHOOK_SECRET: secrets.webhookSecret,
  });
  await seedOffice(backend.database);
});

afterAll(async () => {
  await backend?.stop();
  await postmark?.stop();
});

const sendInto = (...faults: Parameters<typeof postmark.fault>) =>
  sendToOne(backend, 'Priya "Pri" Raman', () => postmark.fault(...faults));

const sentTo = ({ email }: Person) => postmark.sent.filter(({ body }) => body.To.includes(email));

test("an email goes out whole, untracked, and as ours", async () => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  const [email] = sentTo(person);
  const row = await emailOf(backend, person);
  expect(email).toMatchObject({
    token: "server-token",
    body: {
      To: `"Priya \\"Pri\\" Raman" <${person.email}>`,
      MessageStream: "outbound",
      TrackOpens: false,
      TrackLinks: "None",
      Metadata: { email_id: row?.id },
    },
  });
  expect(email?.body.Headers).toContainEqual({
    Name: "Message-ID",
    Value: `<${row?.id}@state.example>`,
  });
  expect(linkIn(email?.body.TextBody)).not.toBe("");
  const calendar = Buffer.from(email?.body.Attachments[0]?.Content ?? "", "base64").toString();
  expect(calendar).toContain("BEGIN:VCALENDAR");
});

test("the logo goes along as an image of the email", async () => {
  await backend.database.query(
    "insert into school_logo (content, mime_type) values ('iVBORw0KGgo=', 'image/png')",
  );
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  await backend.database.query("delete from school_logo");
  const [email] = sentTo(person);
  expect(email?.body.HtmlBody).toContain('src="cid:school-logo"');
  expect(email?.body.Attachments.at(-1)).toEqual({
    Name: "logo.png",
    Content: "iVBORw0KGgo=",
    ContentType: "image/png",
    ContentID: "cid:school-logo",
  });
});

test.each([
  ["a wrong token", postmarkProblem(401, 10)],
  ["a sender that is not confirmed", postmarkProblem(422, 401)],
  ["no credits left", postmarkProblem(422, 405)],
  ["an account that is still reviewed", postmarkProblem(422, 412)],
  ["maintenance", postmarkProblem(503, 100)],
])("%s is tried again, and then sent once", async (_, fault) => {
  const person = await sendInto(fault);
  await untilEvent(backend, person, "deferred");
  expect((await emailOf(backend, person))?.last_error).toContain("Postmark's words");
  await deliverLater(backend);
  await untilStatus(backend, person, "sent");
  expect(sentTo(person)).toHaveLength(1);
});

test.each([
  ["a request that Postmark cannot read", postmarkProblem(422, 300)],
  ["an inactive recipient", postmarkProblem(422, 406)],
  ["an attachment it forbids", postmarkProblem(422, 411)],
  ["an email that is too large", { status: 413, body: {} }],
])("%s is final, in the provider's words", async (_, fault) => {
  const person = await sendInto(fault);
  await untilStatus(backend, person, "failed");
  expect(sentTo(person)).toHaveLength(0);
});

test.each([
  ["accepted, and the answer broke off", "accept, then break off", 1],
  ["accepted, and the connection was lost", "accept, then hang up", 1],
  ["lost on the server", postmarkProblem(500, 0), 0],
  ["answered by a gateway", { status: 502, body: {} }, 0],
  ["answered in words that say nothing", { status: 200, body: {} }, 0],
] as const)("%s: uncertain, and not sent again", async (_, fault, copies) => {
  const before = postmark.requests();
  const person = await sendInto(fault);
  await untilStatus(backend, person, "uncertain");
  await deliverLater(backend);
  expect(postmark.requests() - before).toBe(1);
  expect(sentTo(person)).toHaveLength(copies);
});

test.each([
  ["in seconds", () => "2"],
  ["as a date", () => new Date(Date.now() + 2500).toUTCString()],
])("asked to wait (%s), nothing is lost and no attempt is used up", async (_, when) => {
  const person = await sendInto(postmarkProblem(429, 0, { "Retry-After": when() }));
  await untilStatus(backend, person, "sent");
  expect(sentTo(person)).toHaveLength(1);
  expect(await emailOf(backend, person)).toMatchObject({ attempts: 1 });
});

const callWith = async (report: object | string, headers: Record<string, string>) => {
  const response = await backend.call("email-events", report, headers);
  return { status: response.status, body: await response.json() };
};
const authentic = { "X-Webhook-Secret": secrets.webhookSecret };

const report = (person: Person, more: object) => {
  const [email] = sentTo(person);
  const common = { MessageID: email?.id, Metadata: email?.body.Metadata };
  return callWith({ ...common, ...more }, authentic);
};

const bounce = (Type: string, more: object = {}) => ({
  RecordType: "Bounce",
  ID: Math.floor(Math.random() * 1e12),
  Type,
  BouncedAt: new Date().toISOString(),
  Description: "The words for it.",
  Details: "550 no such mailbox",
  ...more,
});

test.each([
  ["HardBounce", { Inactive: true }, "bounced", true],
  ["BadEmailAddress", {}, "bounced", true],
  ["SoftBounce", { Inactive: false }, "bounced", false],
  ["DMARCPolicy", {}, "bounced", false],
  ["ManuallyDeactivated", { Inactive: true }, "bounced", true],
  ["SpamComplaint", { RecordType: "SpamComplaint", Inactive: true }, "complained", true],
  ["Transient", {}, "delayed", false],
  ["AutoResponder", {}, "sent", false],
] as const)(
  "%s: what becomes of the email and of its address",
  async (type, more, status, isSuppressed) => {
    const person = await sendInto();
    await untilStatus(backend, person, "sent");
    const { body } = await report(person, bounce(type, more));
    expect(body).toEqual({ recorded: status !== "sent" });
    expect(await emailOf(backend, person)).toMatchObject({
      status,
      last_error: status === "sent" ? null : "The words for it. 550 no such mailbox",
    });
    const found = await backend.database.query(
      "select 1 from suppressed_addresses where email = lower($1)",
      [person.email],
    );
    expect(found.length > 0).toBe(isSuppressed);
  },
);

test("reports are kept once each, in any order, whatever their time and words", async () => {
  const person = await sendInto();
  await untilStatus(backend, person, "sent");
  const delivered = { RecordType: "Delivery", DeliveredAt: "soon" };
  const bounced = bounce("SoftBounce", { Details: "full \u0000 \ud800", BouncedAt: "" });
  for (const each of [bounced, delivered, bounced, delivered]) {
    expect(await report(person, each)).toEqual({ status: 200, body: { recorded: true } });
  }
  expect((await eventsOf(backend, person)).slice(3)).toEqual(["bounced", "delivered"]);
  expect(await emailOf(backend, person)).toMatchObject({ status: "bounced" });
});

test("opens, unreadable calls and emails that are not ours are taken and ignored", async () => {
  for (const body of [
    { RecordType: "Open", MessageID: randomUUID() },
    { RecordType: "Delivery", MessageID: randomUUID(), DeliveredAt: new Date().toISOString() },
    "not JSON",
    "[]",
    "null",
  ]) {
    expect(await callWith(body, authentic)).toEqual({ status: 200, body: { recorded: false } });
  }
});

test("a call without the secret is refused, and one too long as soon as it is", async () => {
  expect((await callWith("{}", {})).status).toBe(401);
  for (const secret of ["", "wrong"]) {
    expect((await callWith("{}", { "X-Webhook-Secret": secret })).status).toBe(401);
  }
  expect((await callWith(" ".repeat(256 * 1024 + 1), authentic)).status).toBe(413);
});
