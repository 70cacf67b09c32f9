import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
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

const adminEmail = "admin@state.example";

const count = async () =>
  (await backend.database.query<{ n: number }>("select count(*)::int as n from emails"))[0]?.n;

async function sendTest(about: { personId: string; scheduleId: string }, userId = adminId) {
  const body = {
    personId: about.personId,
    scheduleIds: [about.scheduleId],
    kind: "interview_link",
  };
  const response = await backend.call("send-test-email", body, await signedIn(userId));
  return { status: response.status, body: await response.json() };
}

async function somebody() {
  const { scheduleId, people } = await addSchedule(backend.database, ["Priya Raman"]);
  const [priya] = people;
  if (!priya) throw new Error("Priya was added");
  return { scheduleId, priya, about: { personId: priya.id, scheduleId } };
}

test("an admin gets what the person would get, who gets nothing and is still new", async () => {
  const { scheduleId, priya, about } = await somebody();
  const before = await count();
  expect(await sendTest(about)).toEqual({ status: 200, body: { to: adminEmail } });
  const [mail] = smtp.mailsTo(adminEmail);
  expect(mail?.subject).toMatch(/^Test: Your interview link: /);
  expect(mail?.text).toContain("This is a test: what Priya Raman would be sent.");
  expect(mail?.text).toContain("Hello Priya Raman,");
  expect(mail?.text).toContain("9:00–9:30 AM");
  expect(mail?.text).not.toContain("/interview#");
  expect(mail?.attachments).toEqual([]);

  expect(smtp.mailsTo(priya.email)).toEqual([]);
  expect(await count()).toBe(before);
  const [link] = await backend.database.query(
    "select status from link_states where schedule_id = $1",
    [scheduleId],
  );
  expect(link).toEqual({ status: null });
  const [line] = await backend.database.query(
    "select action, subject_id from activity order by id desc limit 1",
  );
  expect(line).toEqual({ action: "emails.test", subject_id: priya.id });
});

test("viewers, people who do not exist and days that are not theirs get nothing", async () => {
  const { about } = await somebody();
  const { scheduleId } = await somebody();
  expect(await sendTest(about, viewerId)).toMatchObject({ status: 403 });
  const refused = { status: 409, body: { error: "nothing_to_send" } };
  expect(await sendTest({ ...about, scheduleId })).toMatchObject(refused);
  expect(await sendTest({ ...about, personId: randomUUID() })).toMatchObject(refused);
});

test("the mail server's refusal is answered in its own words", async () => {
  const { about } = await somebody();
  smtp.faultFor(adminEmail, { at: "rcpt", reply: 550, words: "No such mailbox" });
  expect(await sendTest(about)).toMatchObject({
    status: 502,
    body: {
      error: "mail_not_taken",
      params: { answer: expect.stringContaining("550 No such mailbox") },
    },
  });
});

const words = {
  subject: "{{office}}: {{summary}}",
  introduction: "Dear {{first_name}}, welcome.",
  closing: null,
};
const draftOf = (about: { personId: string; scheduleId: string }, changes = {}) => ({
  ...about,
  kind: "change",
  words: { ...words, ...changes },
});

test("a draft is shown and sent with its words, and its link opens nobody's page", async () => {
  const { priya, about } = await somebody();
  const before = await count();
  const preview = await backend.call("preview-email", draftOf(about), await signedIn(adminId));
  expect(preview.status).toBe(200);
  const shown = await preview.json();
  expect(shown.subject).toMatch(/^Career Services: Changed: /);
  for (const part of [shown.html, shown.text]) {
    expect(part).toContain("Dear Priya, welcome.");
    expect(part).not.toContain("/interview#");
    expect(part).not.toContain("{{");
  }
  const sent = await backend.call("send-test-email", draftOf(about), await signedIn(adminId));
  expect(sent.status).toBe(200);
  await sent.body?.cancel();
  const mail = smtp.mailsTo(adminEmail).at(-1);
  expect(mail?.subject).toBe(`Test: ${shown.subject}`);
  expect(mail?.text).toContain("Dear Priya, welcome.");
  expect(smtp.mailsTo(priya.email)).toEqual([]);
  expect(await count()).toBe(before);
});

test("a draft is refused as saving it would be, and is for admins", async () => {
  const { about } = await somebody();
  for (const name of ["preview-email", "send-test-email"]) {
    const hidden = await backend.call(
      name,
      draftOf(about, { subject: "News" }),
      await signedIn(adminId),
    );
    expect(hidden.status).toBe(409);
    expect(await hidden.json()).toMatchObject({ error: "subject_without_summary" });
    const viewer = await backend.call(name, draftOf(about), await signedIn(viewerId));
    expect(viewer.status).toBe(403);
    await viewer.body?.cancel();
  }
});

test("the logo comes along with the email", async () => {
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await backend.database.query(
    "insert into school_logo (content, mime_type) values ($1, 'image/png')",
    [pixel],
  );
  const { about } = await somebody();
  expect(await sendTest(about)).toMatchObject({ status: 200 });
  const mail = smtp.mailsTo(adminEmail).at(-1);
  const [image] = mail?.attachments ?? [];
  expect(image).toMatchObject({ contentType: "image/png", cid: "school-logo", related: true });
  expect(image?.content.toString("base64")).toBe(pixel);

  const preview = await backend.call("preview-email", draftOf(about), await signedIn(adminId));
  expect((await preview.json()).html).toContain(`src="data:image/png;base64,${pixel}"`);
  await backend.database.query("delete from school_logo");
});
