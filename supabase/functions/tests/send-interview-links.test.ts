import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillHtml, fillText, placeholder } from "../_shared/email/placeholders";
import { type Backend, signedIn, startBackend } from "./support/backend";
import { addSchedule, adminId, seedOffice, viewerId } from "./support/season";
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

const send = async (body: object, userId = adminId) => {
  const response = await backend.call("send-interview-links", body, await signedIn(userId));
  return { status: response.status, body: await response.json() };
};

const mailTo = (address: string) => expect.poll(() => smtp.mailsTo(address).length).toBe(1);

const linkIn = (text = "") => /http:\/\/interviews\.test\/interview#([\w-]{64})/.exec(text)?.[1];

test("everyone assigned gets an email of their own, each with a different link", async () => {
  const { scheduleId, people } = await addSchedule(backend.database, ["Priya Raman", "Sam Okafor"]);
  const answer = await send({ requestId: randomUUID(), scheduleIds: [scheduleId] });
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({ queued: 2, unchanged: 0, notReady: [], repeated: false });

  const links = [];
  for (const person of people) {
    await mailTo(person.email);
    const [mail] = smtp.mailsTo(person.email);
    expect(mail?.from?.text).toBe('"Career Services" <careers@state.example>');
    expect(mail?.replyTo?.text).toBe("office@state.example");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.text).toContain(`Hello ${person.name},`);
    expect(mail?.html).toContain(`Hello ${person.name},`);
    const link = linkIn(mail?.text);
    expect(linkIn(mail?.html || "")).toBe(link);
    const [calendar] = mail?.attachments ?? [];
    expect(calendar?.filename).toBe("interviews.ics");
    expect(calendar?.contentType).toBe("text/calendar");
    expect(calendar?.content.toString().replace(/\r\n /g, "")).not.toContain(link);
    links.push(link);
  }
  expect(new Set(links).size).toBe(2);
});

test("what is kept is what was sent, with a placeholder for the link; the log has neither", async () => {
  const { scheduleId, people } = await addSchedule(backend.database, ["Ann Kept"]);
  await send({ requestId: randomUUID(), scheduleIds: [scheduleId] });
  const { email = "" } = people[0] ?? {};
  await mailTo(email);
  const [mail] = smtp.mailsTo(email);
  const link = linkIn(mail?.text) ?? "";
  await expect.poll(() => statusOf(email)).toBe("sent");

  const [row] = await backend.database.query<Record<string, string>>(
    "select b.html, b.body_text, m.to_name, m.to_email, m.ics, m.provider_id from emails m join email_bodies b on b.id = m.body_id where m.to_email = $1",
    [email],
  );
  const values = {
    [placeholder.interviewLink]: `http://interviews.test/interview#${link}`,
    [placeholder.recipientName]: row?.to_name,
    [placeholder.recipientEmail]: row?.to_email,
  };
  expect(fillHtml(row?.html ?? "", values)).toBe(mail?.html);
  expect(fillText(row?.body_text ?? "", values).trim()).toBe(mail?.text?.trim());
  expect(row?.ics).toContain("BEGIN:VCALENDAR");
  expect(row?.provider_id).toBe(mail?.messageId);
  expect(JSON.stringify(row)).not.toContain(link);
  expect(backend.log()).not.toContain(link);
  expect(backend.log()).not.toContain("Ann Kept");
});

test("the same request twice, at once or later, sends one copy", async () => {
  const { scheduleId, people } = await addSchedule(backend.database, ["Priya Raman"]);
  const request = { requestId: randomUUID(), scheduleIds: [scheduleId] };
  const answers = await Promise.all([send(request), send(request), send(request)]);
  expect(new Set(answers.map(({ body }) => body.batchId)).size).toBe(1);
  expect(answers.map(({ body }) => body.queued)).toEqual([1, 1, 1]);
  const { email = "" } = people[0] ?? {};
  await mailTo(email);
  expect((await send(request)).body).toMatchObject({ repeated: true, queued: 1 });
  await backend.deliver();
  expect(smtp.mailsTo(email)).toHaveLength(1);
});

test("resending sends the same link again", async () => {
  const { scheduleId, people } = await addSchedule(backend.database, ["Priya Raman"]);
  const { email = "" } = people[0] ?? {};
  await send({ requestId: randomUUID(), scheduleIds: [scheduleId] });
  await mailTo(email);
  await send({ requestId: randomUUID(), scheduleIds: [scheduleId] });
  await expect.poll(() => smtp.mailsTo(email).length).toBe(2);
  const [first, second] = smtp.mailsTo(email);
  expect(linkIn(second?.text)).toBe(linkIn(first?.text));
  expect(second?.messageId).not.toBe(first?.messageId);
});

test("a schedule that is not ready is answered with what it lacks", async () => {
  const { scheduleId } = await addSchedule(backend.database, []);
  const { body } = await send({ requestId: randomUUID(), scheduleIds: [scheduleId] });
  expect(body).toMatchObject({ queued: 0, notReady: [{ scheduleId, unmet: ["interviewers"] }] });
});

test("only an admin may send", async () => {
  const { scheduleId } = await addSchedule(backend.database, ["Priya Raman"]);
  const request = { requestId: randomUUID(), scheduleIds: [scheduleId] };
  expect(await send(request, viewerId)).toMatchObject({
    status: 403,
    body: { error: "not_allowed" },
  });
  const stranger = await send(request, randomUUID());
  expect(stranger).toMatchObject({ status: 403, body: { error: "not_allowed" } });
  const nobody = await backend.call("send-interview-links", request);
  expect(nobody.status).toBe(401);
  const forged = await backend.call("send-interview-links", request, {
    Authorization: "Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
  });
  expect(forged.status).toBe(401);
});

test("a request that makes no sense is refused with the fields at fault", async () => {
  const { status, body } = await send({ requestId: "1", scheduleIds: [] });
  expect(status).toBe(400);
  expect(body).toEqual({
    error: "bad_request",
    params: { fields: ["requestId", "scheduleIds"] },
  });
});

async function statusOf(address: string) {
  const [row] = await backend.database.query<{ status: string }>(
    "select status from emails where to_email = $1",
    [address],
  );
  return row?.status;
}
