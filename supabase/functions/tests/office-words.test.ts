import { afterAll, beforeAll, expect, test } from "vitest";
import { type Backend, signedIn, startBackend } from "./support/backend";
import { addSchedule, adminId, seedOffice } from "./support/season";
import { linkIn, requestSend, untilStatus } from "./support/send-link";
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

const words = {
  subject: "{{first_name}}, {{school}}: {{summary}}",
  introduction: "Dear {{full_name}},\n\nwelcome to {{office}}.",
  closing: "See you on {{date}}.",
};

test("what the preview shows is what is sent, to each by name, and kept once for all", async () => {
  await backend.database.query(
    "insert into email_words (kind, subject, introduction, closing) values ('interview_link', $1, $2, $3)",
    [words.subject, words.introduction, words.closing],
  );
  const { scheduleId, people } = await addSchedule(backend.database, [
    "Priya O’Brien & <Sons>",
    "Sam Okafor",
  ]);
  const previews = [];
  for (const { id } of people) {
    const draft = { personId: id, scheduleId, kind: "interview_link", words };
    const answer = await backend.call("preview-email", draft, await signedIn(adminId));
    previews.push(await answer.json());
  }
  await requestSend(backend, scheduleId);
  for (const [n, person] of people.entries()) {
    await untilStatus(backend, person, "sent");
    const [mail] = smtp.mailsTo(person.email);
    const unlinked = (text = "") => text.replaceAll(`#${linkIn(mail?.text)}`, "").trim();
    expect(mail?.subject).toBe(previews[n].subject);
    expect(unlinked(mail?.html || "")).toBe(previews[n].html.trim());
    expect(unlinked(mail?.text)).toBe(previews[n].text.trim());
  }
  expect(previews.map(({ subject }) => subject.split(",")[0])).toEqual(["Priya", "Sam"]);
  expect(previews[0].html).toContain("Dear Priya O’Brien &amp; &lt;Sons&gt;,");

  const kept = await backend.database.query<{ subject: string; body_id: string }>(
    "select subject, body_id from emails where to_email = any ($1) order by to_name",
    [people.map(({ email }) => email)],
  );
  expect(kept.map(({ subject }) => subject)).toEqual(previews.map(({ subject }) => subject));
  expect(new Set(kept.map(({ body_id }) => body_id)).size).toBe(1);
});
