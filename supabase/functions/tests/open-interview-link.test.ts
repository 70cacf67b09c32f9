import { PostgrestClient } from "@supabase/postgrest-js";
import ICAL from "ical.js";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secrets } from "../../../dev/stack/secrets";
import { toDate } from "../../../src/lib/dates/format-date";
import { type Backend, signedIn, startBackend } from "./support/backend";
import { adminId, type Person, seedOffice, viewerId } from "./support/season";
import { emailOf, linkIn, sendLinks, untilStatus } from "./support/send-link";
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

/** A person who was sent their link, the token in it, and the schedule it is for. */
async function invited(name = "Priya Raman") {
  const { scheduleId, people } = await sendLinks(backend, [name]);
  const [person] = people;
  if (!person) throw new Error("nobody was invited");
  await untilStatus(backend, person, "sent");
  return { person, scheduleId, token: linkIn(smtp.mailsTo(person.email)[0]?.text) };
}

const open = async (link: unknown) => {
  const response = await backend.call("open-interview-link", { link });
  return { status: response.status, body: await response.json() };
};

const asGuest = (accessToken: string) =>
  new PostgrestClient(`${backend.url}/rest/v1`, {
    headers: { apikey: secrets.publishableKey, Authorization: `Bearer ${accessToken}` },
  });

const reset = async ({ id }: Person) => {
  const headers = { apikey: secrets.publishableKey, ...(await signedIn(adminId)) };
  const admin = new PostgrestClient(`${backend.url}/rest/v1`, { headers });
  expect((await admin.rpc("reset_access_link", { p_person_id: id })).error).toBeNull();
};

const closed = {
  status: 404,
  body: { error: "link_not_valid", params: {} },
};

test("a link opens as its own person, for ten minutes", async () => {
  const { person, token } = await invited();
  const { status, body } = await open(token);
  expect(status).toBe(200);
  expect(body).toMatchObject({ role: "interviewer" });
  const claims = decodeJwt(body.accessToken);
  const [link] = await backend.database.query<{ id: string }>(
    "select id from access_links where interviewer_id = $1",
    [person.id],
  );
  expect(claims).toMatchObject({ role: "interviewer", link_id: link?.id, link_version: 1 });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(600);
  const { data } = await asGuest(body.accessToken).rpc("interview_experience");
  expect(data).toMatchObject({ person: { full_name: "Priya Raman" } });
});

const openedAt = async ({ id }: Person) => {
  const [link] = await backend.database.query<{ first: string | null; last: string | null }>(
    "select first_opened_at as first, last_opened_at as last from access_links where $1 in (interviewer_id, student_id)",
    [id],
  );
  return link;
};

test("the exchange records nothing, the page's own word does, for its own link only", async () => {
  const { person, token } = await invited();
  const other = await invited("Sam Okafor");
  const { body } = await open(token);
  await Promise.all(Array.from({ length: 20 }, () => open(token)));
  await open(other.token);
  expect(await openedAt(person)).toEqual({ first: null, last: null });

  const guest = asGuest(body.accessToken);
  await guest.rpc("record_link_opened").throwOnError();
  const once = await openedAt(person);
  expect(once).toEqual({ first: expect.anything(), last: once?.first });
  await guest.rpc("record_link_opened").throwOnError();
  const twice = await openedAt(person);
  expect(twice?.first).toEqual(once?.first);
  expect(toDate(String(twice?.last)) >= toDate(String(once?.last))).toBe(true);
  expect(await openedAt(other.person)).toEqual({ first: null, last: null });
});

test("nothing is recorded for a link that was reset", async () => {
  const { person, token } = await invited();
  const { body } = await open(token);
  await reset(person);
  await asGuest(body.accessToken).rpc("record_link_opened").throwOnError();
  expect(await openedAt(person)).toEqual({ first: null, last: null });
});

const page = "http://interviews.test/interview";

test.each<[string, (token: string) => string]>([
  ["as it was sent", (token) => `${page}#${token}`],
  ["with %23 for #", (token) => `${page}%23${token}`],
  ["alone, in a sentence", (token) => ` My link is ${token}.\n`],
  ["wrapped in a reply", (token) => `> ${page}#${token.slice(0, 30)}=\r\n> ${token.slice(30)}`],
  [
    "in SafeLinks",
    (token) =>
      `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${page}#${token}`)}&data=05%7C02`,
  ],
  ["in URL Defense", (token) => `https://urldefense.com/v3/__${page}*${token}__;Iw!!x!y$`],
  [
    "with utm parameters and the page in capitals",
    (t) => `/INTERVIEW?utm_source=mail#${t}&utm_id=1`,
  ],
  ["with 10,000 characters behind it", (token) => `${page}#${token} ${"x".repeat(10_000)}`],
])("a link opens %s, and the answer is its token", async (_case, mangle) => {
  const { token } = await invited();
  const { status, body } = await open(mangle(token));
  expect({ status, token: body.token }).toEqual({ status: 200, token });
});

test("unknown, malformed, altered and reset links get one and the same answer", async () => {
  const { person, token } = await invited();
  await reset(person);
  const altered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  for (const wrong of [
    token,
    altered,
    "A".repeat(64),
    "nonsense",
    "",
    "#",
    "é".repeat(64),
    "x".repeat(5000),
  ]) {
    expect(await open(wrong)).toEqual(closed);
  }
});

test("a link of an interviewer who was archived is closed", async () => {
  const { person, token } = await invited();
  await backend.database.query("update interviewers set archived_at = now() where id = $1", [
    person.id,
  ]);
  expect(await open(token)).toEqual(closed);
});

test("the answer takes as long for a link that exists as for one that does not", async () => {
  const { person, token } = await invited();
  await reset(person);
  const times: Record<string, number[]> = {};
  const kinds = {
    reset: token,
    unknown: "A".repeat(64),
    malformed: "nonsense",
    long: "%25".repeat(1333),
  };
  for (let round = 0; round < 25; round += 1) {
    for (const [kind, text] of Object.entries(kinds)) {
      const begun = performance.now();
      await open(text);
      times[kind] = [...(times[kind] ?? []), performance.now() - begun];
    }
  }
  const medians = Object.values(times).map((list) => list.sort((a, b) => a - b)[12] ?? 0);
  expect(Math.max(...medians)).toBeLessThan(3 * Math.min(...medians) + 5);
});

test("a reset acts on the next request, an open page's included; the new link opens", async () => {
  const { person, token } = await invited();
  const { body } = await open(token);
  const guest = asGuest(body.accessToken);
  expect((await guest.rpc("interview_experience")).data).not.toBeNull();
  await reset(person);
  expect((await guest.rpc("interview_experience")).data).toBeNull();
  expect(await open(token)).toEqual(closed);
  const fresh = await reveal({ personId: person.id });
  expect((await open(linkIn(fresh.body.url))).status).toBe(200);
});

const reveal = async (body: object, userId = adminId) => {
  const response = await backend.call("reveal-interview-link", body, await signedIn(userId));
  return { status: response.status, body: await response.json() };
};

test("an admin reveals the link that was sent, and the audit says so", async () => {
  const { person, token } = await invited();
  const email = await emailOf(backend, person);
  expect(linkIn((await reveal({ emailId: email?.id })).body.url)).toBe(token);
  expect(linkIn((await reveal({ personId: person.id })).body.url)).toBe(token);
  const audit = await backend.database.query(
    "select from activity where action = 'access_links.reveal' and subject_id = $1 and actor_id = $2",
    [person.id, adminId],
  );
  expect(audit).toHaveLength(2);
});

test("nobody else reveals a link", async () => {
  const { person } = await invited();
  const viewer = await reveal({ personId: person.id }, viewerId);
  expect(viewer).toMatchObject({ status: 403, body: { error: "not_allowed" } });
  const nobody = await backend.call("reveal-interview-link", { personId: person.id });
  expect(nobody.status).toBe(401);
  const unknown = await reveal({ emailId: "00000000-0000-4000-8000-000000000000" });
  expect(unknown.status).toBe(404);
});

test("a guest downloads the calendar entry of their own schedule only", async () => {
  const mine = await invited();
  const other = await invited("Sam Okafor");
  const { body } = await open(mine.token);
  const headers = { Authorization: `Bearer ${body.accessToken}` };
  const response = await backend.call(
    "interview-calendar",
    { scheduleId: mine.scheduleId },
    headers,
  );
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  const [times] = await backend.database.query<{ starts_at: string; ends_at: string }>(
    "select starts_at, ends_at from schedules where id = $1",
    [mine.scheduleId],
  );
  expect(event.startDate.toJSDate()).toEqual(toDate(times?.starts_at ?? ""));
  expect(event.endDate.toJSDate()).toEqual(toDate(times?.ends_at ?? ""));
  expect(event.uid).toBe(`${mine.scheduleId}.${mine.person.id}.1@interviews.test`);
  expect(event.description).not.toContain(mine.token);

  const theirs = await backend.call(
    "interview-calendar",
    { scheduleId: other.scheduleId },
    headers,
  );
  expect(theirs.status).toBe(404);
  const nobody = await backend.call("interview-calendar", { scheduleId: mine.scheduleId });
  expect(nobody.status).toBe(401);
});

const feed = (token: string) =>
  fetch(`${backend.functionsUrl()}/calendar-feed?token=${encodeURIComponent(token)}`);

test("a calendar feed follows a person's own days, opens nothing else, and ends with the link", async () => {
  const mine = await invited();
  await invited("Sam Okafor");
  const { feedToken } = (await open(mine.token)).body;
  const response = await feed(feedToken);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("private, max-age=300");
  const text = await response.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  expect(events.map(({ uid, sequence }) => [uid, sequence])).toEqual([
    [`${mine.scheduleId}.${mine.person.id}.1@interviews.test`, 1],
  ]);
  expect(text).not.toContain(mine.token);

  // Neither opens what the other does.
  expect(await open(feedToken)).toEqual(closed);
  const answers = ["", "x", "A".repeat(64), mine.token].map(async (token) => {
    const refused = await feed(token);
    return [refused.status, await refused.text()];
  });
  const unknown = [404, "This calendar does not exist."];
  expect(await Promise.all(answers)).toEqual([unknown, unknown, unknown, unknown]);

  await reset(mine.person);
  expect((await feed(feedToken)).status).toBe(404);
});

test("no working link is left in the database or the log", async () => {
  const { token } = await invited();
  await open(token);
  const tables = await backend.database.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'private')",
  );
  for (const { name } of tables) {
    const [found] = await backend.database.query<{ hits: number }>(
      `select count(*)::int as hits from ${name} t where strpos(t::text, $1) > 0`,
      [token],
    );
    expect([name, found?.hits]).toEqual([name, 0]);
  }
  expect(backend.log()).not.toContain(token);
});
