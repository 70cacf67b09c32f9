import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { type Backend, signedIn } from "./backend";
import { addSchedule, adminId, type Person } from "./season";

/** A schedule for these people, its Interview Links queued and their delivery begun. */
export async function sendLinks(backend: Backend, names: string[]) {
  const { scheduleId, people } = await addSchedule(backend.database, names);
  await requestSend(backend, scheduleId);
  return { scheduleId, people };
}

/** The one person of a schedule, whose email is queued after what `prepare` does. */
export async function sendToOne(
  backend: Backend,
  name: string,
  prepare: (person: Person) => void,
): Promise<Person> {
  const { scheduleId, people } = await addSchedule(backend.database, [name]);
  const [person] = people;
  if (!person) throw new Error("nobody is assigned");
  prepare(person);
  await requestSend(backend, scheduleId);
  return person;
}

export async function requestSend(backend: Backend, scheduleId: string) {
  const request = { requestId: randomUUID(), scheduleIds: [scheduleId] };
  const answer = await backend.call("send-interview-links", request, await signedIn(adminId));
  expect(answer.status).toBe(202);
}

export type EmailRow = { id: string; status: string; attempts: number; last_error: string | null };

/** The newest email to a person, as Email Activity has it. */
export async function emailOf(backend: Backend, { email }: Person): Promise<EmailRow | undefined> {
  const [row] = await backend.database.query<EmailRow>(
    "select id, status, attempts, last_error from emails where to_email = $1 order by created_at desc limit 1",
    [email],
  );
  return row;
}

/** Waits until the email to a person has come to a status. */
export async function untilStatus(backend: Backend, person: Person, status: string) {
  const read = async () => (await emailOf(backend, person))?.status;
  await expect.poll(read, { interval: 50 }).toBe(status);
}

/** Waits until something has happened to the email to a person, for the nth time. */
export async function untilEvent(backend: Backend, person: Person, type: string, times = 1) {
  const count = async () =>
    (await eventsOf(backend, person)).filter((happened) => happened === type).length;
  await expect.poll(count, { interval: 50 }).toBe(times);
}

/** Lets the time pass that a deferred email waits, and that a lost lease and a lost run last. */
export async function letTimePass(backend: Backend) {
  await backend.database.exec(
    "update emails set due_at = now() - interval '1 second', leased_until = leased_until - interval '1 hour'",
  );
  await backend.database.exec(
    "update private.delivery_runs set ends_at = ends_at - interval '1 hour'",
  );
}

/** Sends what is due after that time. */
export async function deliverLater(backend: Backend) {
  await letTimePass(backend);
  await backend.deliver();
}

export async function eventsOf(backend: Backend, person: Person) {
  const rows = await backend.database.query<{ type: string }>(
    "select v.type from email_events v join emails e on e.id = v.email_id where e.to_email = $1 order by v.id",
    [person.email],
  );
  return rows.map(({ type }) => type);
}

export const linkIn = (text = "") =>
  /http:\/\/interviews\.test\/interview#([\w-]{64})/.exec(text)?.[1] ?? "";
