import { expect, test } from "vitest";
import { linkCriteria } from "../../src/staff/features/links/link-criteria";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, one, query, refused } = withFixture();

type Queued = {
  batch_id: string;
  repeated: boolean;
  queued: number;
  unchanged: number;
  not_ready: { schedule_id: string; unmet: string[] }[];
};
const request = "30000000-0000-4000-8000-000000000001";
const list = (...values: string[]) => `array[${values.map((v) => `'${v}'`).join(", ")}]::uuid[]`;
const queue = (schedules: string[], more = "", requestId = request) =>
  one<Queued>(`select queue_interview_links('${requestId}', ${list(...schedules)} ${more})`);
const statusOf = (id: string) => one<string>(`select status from emails where id = '${id}'`);
const claim = async () => {
  await as("service");
  return query<{ email_id: string; lease_id: string; payload: { schedules: { id: string }[] } }>(
    "select * from claim_emails()",
  );
};
const record = (email: { email_id: string; lease_id: string }, result: string, detail = "words") =>
  one<string>(
    `select status from record_email_results('[{"email_id": "${email.email_id}", "lease_id": "${email.lease_id}", "result": "${result}", "detail": "${detail}"}]')`,
  );
const unmet = async (id: string, bulk: boolean) =>
  (
    await query<{ criterion: string }>(
      `select criterion from link_readiness(${list(id)}, ${bulk}) where not met order by 1`,
    )
  ).map((row) => row.criterion);

// The fixture's own email is of no interest here.
const forgetFixtureEmail = () => query(`delete from emails where id = '${ids.email}'`);

test("a link needs In-App Video and interviewers; in bulk students and the release as well", async () => {
  await query(`update schedules set video = null where id = '${ids.draftA}'`);
  await query(`delete from schedule_interviewers where schedule_id = '${ids.draftA}'`);
  await query(`update slots set student_id = null where schedule_id = '${ids.draftA}'`);
  await as("admin");
  expect(await unmet(ids.draftA, false)).toEqual(["in_app_video", "interviewers"]);
  expect(await unmet(ids.draftA, true)).toEqual([
    "in_app_video",
    "interviewers",
    "released",
    "students",
  ]);
});

test("no link for a day that is over, a canceled schedule or one without interviews", async () => {
  await query(`update schedules set canceled_at = now() where id = '${ids.tomorrowA}'`);
  await query(`delete from slots where schedule_id = '${ids.todayB}'`);
  await at("2026-03-05 00:00:00+00");
  await as("admin");
  expect(await unmet(ids.todayA, false)).toEqual(["day_not_over"]);
  expect(await unmet(ids.tomorrowA, false)).toEqual(["day_not_over", "not_canceled"]);
  expect(await unmet(ids.todayB, false)).toEqual(["day_not_over", "interviews"]);
});

test("the rule has one home: changed there, single, bulk, preview and the list's badge follow", async () => {
  const answers = async () => ({
    single: (await unmet(ids.todayA, false)).length,
    bulk: (await unmet(ids.todayA, true)).length,
    preview: await one(
      `select count(*)::int from preview_interview_links(${list(ids.todayA)}) where outcome = 'send'`,
    ),
    badge: await one(`select ready from ready_schedules(${list(ids.ociA)})`),
  });
  await as("admin");
  expect(await answers()).toEqual({ single: 0, bulk: 0, preview: 2, badge: 2 });
  await as("owner");
  await query(`create or replace function private.link_criteria(p_schedule_ids uuid[], p_bulk boolean)
    returns table (schedule_id uuid, criterion text, met boolean) language sql stable set search_path = ''
    as $$ select id, 'never', false from public.schedules where id = any (p_schedule_ids) $$`);
  await as("admin");
  expect(await answers()).toEqual({ single: 1, bulk: 1, preview: 0, badge: 0 });
  expect(await queue([ids.todayA])).toMatchObject({ queued: 0, not_ready: [{ unmet: ["never"] }] });
});

test("someone on several schedules gets one email that lists them all", async () => {
  await forgetFixtureEmail();
  await as("admin");
  expect(await queue([ids.todayA, ids.tomorrowA])).toMatchObject({ queued: 3, not_ready: [] });
  const claimed = await claim();
  expect(claimed.map((email) => email.payload.schedules.map((s) => s.id).length).sort()).toEqual([
    1, 1, 2,
  ]);
});

test("asking twice with one request id queues once", async () => {
  await as("admin");
  const first = await queue([ids.todayA]);
  const second = await queue([ids.todayA]);
  expect(second).toEqual({ ...first, repeated: true });
  expect(await one(`select count(*)::int from emails where batch_id = '${first.batch_id}'`)).toBe(
    2,
  );
});

test("a single send goes out as often as wanted; a bulk send skips whom nothing changed for", async () => {
  const bulk = ", p_bulk => true, p_include_unchanged => false";
  await as("admin");
  expect((await queue([ids.todayA])).queued).toBe(2);
  expect((await queue([ids.todayA], "", crypto.randomUUID())).queued).toBe(2);
  expect(await queue([ids.todayA], bulk, crypto.randomUUID())).toMatchObject({
    queued: 0,
    unchanged: 2,
  });
  const move = (to: string) =>
    query(`update schedules set on_date = '${to}' where id = '${ids.todayA}'`);
  await move("2026-03-06");
  // What has not left yet will say so by itself.
  expect(await queue([ids.todayA], bulk, crypto.randomUUID())).toMatchObject({ queued: 0 });
  await claim();
  await as("admin");
  await move("2026-03-07");
  expect(await queue([ids.todayA], bulk, crypto.randomUUID())).toMatchObject({
    queued: 2,
    unchanged: 0,
  });
});

test("one person alone can be sent to", async () => {
  await as("admin");
  expect((await queue([ids.todayA], `, p_interviewer_ids => ${list(ids.colleagueA)}`)).queued).toBe(
    1,
  );
});

test("a claimed email is nobody else's until its lease runs out, five times at most", async () => {
  await forgetFixtureEmail();
  await as("admin");
  await queue([ids.todayA], `, p_interviewer_ids => ${list(ids.interviewerA)}`);
  const lateBy = (minutes: number) => at(new Date(Date.UTC(2026, 2, 3, 15, minutes)).toISOString());
  await as("owner");
  await query("update emails set due_at = private.clock()");
  const [first] = await claim();
  expect(first).toBeDefined();
  expect(await claim()).toEqual([]);
  for (const attempt of [2, 3, 4, 5]) {
    await lateBy(attempt * 3);
    expect(await claim()).toHaveLength(1);
  }
  await lateBy(18);
  expect(await claim()).toEqual([]);
  // Nobody knows how any of the attempts ended.
  expect(await statusOf(first?.email_id ?? "")).toBe("uncertain");
});

test("a temporary refusal is tried again later, a final one is not, an uncertain one only by hand", async () => {
  await forgetFixtureEmail();
  await as("admin");
  await queue([ids.todayA, ids.tomorrowA]);
  const [a, b, c] = await claim();
  if (!a || !b || !c) throw new Error("three emails were queued");
  expect(await record(a, "retry", "451 greylisted")).toBe("queued");
  expect(await record(b, "refused", "550 no such user")).toBe("failed");
  expect(await record(c, "uncertain", "connection lost after DATA")).toBe("uncertain");
  expect(await one(`select last_error from emails where id = '${b.email_id}'`)).toBe(
    "550 no such user",
  );
  await at("2026-03-04 15:00:00+00");
  expect(await claim()).toHaveLength(1);
  await as("admin");
  expect(await one(`select retry_emails(${list(b.email_id, c.email_id)})`)).toBe(2);
  expect(await statusOf(c.email_id)).toBe("queued");
});

test("a late answer of a lost lease counts only if the email went out", async () => {
  await forgetFixtureEmail();
  await as("admin");
  await queue([ids.todayA], `, p_interviewer_ids => ${list(ids.interviewerA)}`);
  const [email] = await claim();
  if (!email) throw new Error("one email was queued");
  const lost = { ...email, lease_id: crypto.randomUUID() };
  expect(await record(lost, "refused")).toBe("sending");
  expect(await record(lost, "sent")).toBe("sent");
});

test("an email whose schedule was canceled before it left says so and is not sent", async () => {
  await forgetFixtureEmail();
  await as("admin");
  await queue([ids.todayA], `, p_interviewer_ids => ${list(ids.interviewerA)}`);
  await query(`select cancel_schedule('${ids.todayA}', true)`);
  expect(await claim()).toEqual([]);
  expect(await query("select status, last_error, unsent_reason from emails")).toEqual([
    { status: "canceled", last_error: null, unsent_reason: "nothing_to_send" },
  ]);
});

test.each([
  [["delivered"], "delivered"],
  [["delivered", "bounced"], "bounced"],
  [["bounced", "delivered"], "bounced"],
  [["complained", "delivered", "delayed"], "complained"],
  [["delayed"], "delayed"],
  [["delayed", "delivered"], "delivered"],
])("after the provider's %o an email is %s", async (events, status) => {
  await forgetFixtureEmail();
  await as("admin");
  await queue([ids.todayA], `, p_interviewer_ids => ${list(ids.interviewerA)}`);
  const [email] = await claim();
  if (!email) throw new Error("one email was queued");
  await record(email, "sent");
  for (const [n, type] of events.entries()) {
    const report = `select record_email_event('${email.email_id}', null, '${type}', now(), '${type} words', 'event-${n}')`;
    expect(await one(report)).toBe(true);
    expect(await one(report)).toBe(true);
  }
  expect(await statusOf(email.email_id)).toBe(status);
  expect(
    await one(
      `select count(*)::int from email_events where email_id = '${email.email_id}' and provider_event_id is not null`,
    ),
  ).toBe(events.length);
});

test("the form that mails a link again knows no stranger, and stops after three an hour", async () => {
  await as("service");
  const ask = (address: string) =>
    one<number>(`select request_interview_link('${address}', '192.0.2.1')`);
  expect(await ask("nobody@x.example")).toBe(0);
  expect([
    await ask("ann@a.example"),
    await ask("ANN@a.example "),
    await ask("ann@a.example"),
    await ask("ann@a.example"),
  ]).toEqual([1, 1, 1, 0]);
});

test("the form stops a client that tries many addresses", async () => {
  await as("service");
  for (let n = 0; n < 20; n++) {
    await query(`select request_interview_link('x${n}@x.example', '192.0.2.1')`);
  }
  expect(await one("select request_interview_link('ann@a.example', '192.0.2.1')")).toBe(0);
  expect(await one("select request_interview_link('ann@a.example', '192.0.2.2')")).toBe(1);
});

test("the form sends nothing to someone whose days are all over", async () => {
  await at("2026-03-05 00:00:00+00");
  await as("service");
  expect(await one("select request_interview_link('ann@a.example', '192.0.2.1')")).toBe(0);
});

test("a reset link is refused on the very next request", async () => {
  await as("interviewerA");
  expect(await query("select id from slots")).not.toEqual([]);
  await as("admin");
  await query(`select reset_access_link('${ids.interviewerA}')`);
  await as("interviewerA");
  expect(await query("select id from slots")).toEqual([]);
  expect(await one("select interview_experience()")).toBeNull();
});

test("a link reset since it was sent is distinguished from a schedule changed since", async () => {
  const states = () =>
    query(`select outdated, link_reset from link_states
      where schedule_id = '${ids.todayA}' and interviewer_id = '${ids.interviewerA}'`);
  await as("admin");
  await queue([ids.todayA], `, p_interviewer_ids => ${list(ids.interviewerA)}`);
  await claim();
  await as("admin");
  expect(await states()).toEqual([{ outdated: false, link_reset: false }]);
  await query(
    `update schedules set meeting_url = 'https://meet.example.com/a', video = 'external' where id = '${ids.todayA}'`,
  );
  expect(await states()).toEqual([{ outdated: true, link_reset: false }]);
  await query(`select reset_access_link('${ids.interviewerA}')`);
  expect(await states()).toEqual([{ outdated: true, link_reset: true }]);
});

test("the link of someone who was never sent one can be revealed", async () => {
  await as("admin");
  const reveal = () =>
    query(`select link_id, version from reveal_access_link('${ids.colleagueA}')`);
  const [first] = await reveal();
  expect(first).toMatchObject({ version: 1 });
  expect(await reveal()).toEqual([first]);
});

test("revealing a link is written down with who did it", async () => {
  await as("admin");
  expect(await query(`select version from reveal_access_link('${ids.interviewerA}')`)).toEqual([
    { version: 1 },
  ]);
  expect(
    await query("select actor_name, action, subject_id from activity order by id desc limit 1"),
  ).toEqual([{ actor_name: "Ada", action: "access_links.reveal", subject_id: ids.interviewerA }]);
  await as("viewer");
  expect(await refused(`select * from reveal_access_link('${ids.interviewerA}')`)).toBe("42501");
});

test("a corrected address kills the link that went to the wrong one, and what was still on its way there", async () => {
  await forgetFixtureEmail();
  await as("admin");
  await queue([ids.todayA], `, p_interviewer_ids => ${list(ids.interviewerA)}`);
  await query(`update interviewers set email = 'right@a.example' where id = '${ids.interviewerA}'`);
  expect(await claim()).toEqual([]);
  await as("owner");
  expect(await query("select status, last_error, unsent_reason from emails")).toEqual([
    { status: "canceled", last_error: null, unsent_reason: "nothing_to_send" },
  ]);
  await as("interviewerA");
  expect(await one("select interview_experience()")).toBeNull();
});

test("nobody who is archived is sent a link, and a schedule with nobody else is not ready", async () => {
  await query(`update interviewers set archived_at = now() where id = '${ids.interviewerB}'`);
  await as("admin");
  expect(await unmet(ids.todayB, false)).toEqual(["interviewers"]);
  await as("owner");
  await query(`update interviewers set archived_at = now() where id = '${ids.colleagueA}'`);
  await as("admin");
  expect((await queue([ids.todayA])).queued).toBe(1);
});

test("a day without In-App Video needs its location or meeting URL, and its email is a Schedule", async () => {
  await query(`delete from emails where id = '${ids.email}'`);
  const be = (facts: string) => query(`update schedules set ${facts} where id = '${ids.todayA}'`);
  await as("admin");
  await be("format = 'in_person', video = null");
  expect(await unmet(ids.todayA, false)).toEqual(["location"]);
  await be("format = 'virtual', video = 'external'");
  expect(await unmet(ids.todayA, true)).toEqual(["meeting_url"]);
  await be("meeting_url = 'https://meet.example.com/a'");
  expect(await unmet(ids.todayA, true)).toEqual([]);
  expect((await queue([ids.todayA])).queued).toBe(2);
  const [first] = await claim();
  expect(first?.payload).toMatchObject({
    kind: "schedule",
    schedules: [{ meeting_url: "https://meet.example.com/a" }],
  });
});

test("every criterion has its words, and no words are of none", async () => {
  const found = new Set<string>();
  for (const where of ["'virtual', 'in_app'", "'virtual', 'external'", "'in_person', null"]) {
    await query(`update schedules set (format, video) = (${where}) where id = '${ids.todayA}'`);
    const asked = await query<{ criterion: string }>(
      `select criterion from link_readiness(${list(ids.todayA)}, true)`,
    );
    for (const { criterion } of asked) found.add(criterion);
  }
  expect([...found].sort()).toEqual(Object.keys(linkCriteria).sort());
});
