import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Backend, signedIn, startBackend } from "./support/backend";
import { addSchedule, adminId, type Person, seedOffice, viewerId } from "./support/season";
import { linkIn, untilStatus } from "./support/send-link";
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

const unfolded = (text = "") => text.replace(/\r\n /g, "");

/** A released schedule with a student in each of its two slots. */
async function addReleased() {
  const { scheduleId } = await addSchedule(backend.database, ["Priya Raman"]);
  const slots = await backend.database.query<{ id: string }>(
    "select id from slots where schedule_id = $1 order by starts_at",
    [scheduleId],
  );
  const students: Person[] = ["Jordan Lee", "Aisha Khan"].map((name) => {
    const id = randomUUID();
    return { id, name, email: `${id}@students.state.example` };
  });
  for (const [n, { id, name, email }] of students.entries()) {
    await backend.database.query(
      "insert into students (id, full_name, email) values ($1, $2, $3)",
      [id, name, email],
    );
    await backend.database.query("update slots set student_id = $1 where id = $2", [
      id,
      slots[n]?.id,
    ]);
  }
  await backend.database.query(
    "update schedules set released_at = now(), released_revision = revision where id = $1",
    [scheduleId],
  );
  const [jordan, aisha] = students;
  if (!jordan || !aisha) throw new Error("two students were added");
  return { scheduleId, slots, jordan, aisha };
}

const send = async (body: object, userId = adminId) => {
  const response = await backend.call("send-student-links", body, await signedIn(userId));
  return { status: response.status, body: await response.json() };
};

async function open(token: string) {
  const answer = await backend.call("open-interview-link", { link: token });
  return (await answer.json()) as { accessToken: string; role: string };
}

test("each student is notified of their own interview, with a link that opens as a student", async () => {
  const { scheduleId, jordan, aisha } = await addReleased();
  const answer = await send({ requestId: randomUUID(), scheduleIds: [scheduleId] });
  expect(answer).toMatchObject({ status: 202, body: { queued: 2, unchanged: 0, notReady: [] } });
  await untilStatus(backend, jordan, "sent");
  await untilStatus(backend, aisha, "sent");

  const [mail] = smtp.mailsTo(jordan.email);
  expect(mail?.text).toContain("9:00–9:30 AM");
  expect(mail?.text).not.toContain("9:30–10:00");
  expect(mail?.text).not.toContain("Aisha");
  const token = linkIn(mail?.text);
  expect(linkIn(mail?.html || "")).toBe(token);
  expect(unfolded(mail?.attachments[0]?.content.toString())).not.toContain(token);
  expect(linkIn(smtp.mailsTo(aisha.email)[0]?.text)).not.toBe(token);
  expect(await open(token)).toMatchObject({ role: "student" });

  const [row] = await backend.database.query(
    "select b.html, b.body_text, m.ics from emails m join email_bodies b on b.id = m.body_id where m.to_email = $1",
    [jordan.email],
  );
  expect(JSON.stringify(row)).not.toContain(token);
  expect(backend.log()).not.toContain(token);
});

test("only an admin may tell students, and an unreleased schedule is answered as not ready", async () => {
  const { scheduleId } = await addReleased();
  await backend.database.query("update schedules set released_at = null where id = $1", [
    scheduleId,
  ]);
  const request = { requestId: randomUUID(), scheduleIds: [scheduleId] };
  expect(await send(request, viewerId)).toMatchObject({ status: 403 });
  expect((await send(request)).body).toMatchObject({
    queued: 0,
    notReady: [{ scheduleId, unmet: ["released"] }],
  });
});

test("a student's calendar file holds their own interview, and nobody else's can be had", async () => {
  const { scheduleId, slots, jordan } = await addReleased();
  await send({ requestId: randomUUID(), scheduleIds: [scheduleId], studentIds: [jordan.id] });
  await untilStatus(backend, jordan, "sent");
  const [mail] = smtp.mailsTo(jordan.email);
  const { accessToken } = await open(linkIn(mail?.text));
  const as = { Authorization: `Bearer ${accessToken}` };
  const own = await backend.call("interview-calendar", { slotId: slots[0]?.id }, as);
  const file = unfolded(await own.text());
  expect(file).toContain("SUMMARY:Interview with Northwind LLP");
  const uid = /UID:.*/.exec(file)?.[0];
  expect(unfolded(mail?.attachments[0]?.content.toString())).toContain(uid);
  const other = await backend.call("interview-calendar", { slotId: slots[1]?.id }, as);
  expect(other.status).toBe(404);
});

test("the form sends a student their link again", async () => {
  const { jordan } = await addReleased();
  await backend.call("request-interview-link", { email: jordan.email });
  await untilStatus(backend, jordan, "sent");
  expect(await open(linkIn(smtp.mailsTo(jordan.email)[0]?.text))).toMatchObject({
    role: "student",
  });
});

test("an admin sees the working link; after a reset it is another, and the old one opens nothing", async () => {
  const { jordan } = await addReleased();
  const reveal = async (body: object) => {
    const answer = await backend.call("reveal-interview-link", body, await signedIn(adminId));
    return linkIn(((await answer.json()) as { url: string }).url);
  };
  const token = await reveal({ personId: jordan.id });
  expect(await open(token)).toMatchObject({ role: "student" });
  await backend.database.query(
    "update access_links set version = version + 1 where student_id = $1",
    [jordan.id],
  );
  expect(await open(token)).toMatchObject({ error: "link_not_valid" });
  expect(await reveal({ personId: jordan.id })).not.toBe(token);
});
