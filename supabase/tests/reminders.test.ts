import { expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, one, query, refreshLists } = withFixture();

const zones = ["America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"];
const day = "2026-03-10";

interface Sent {
  to_name: string;
  kind: string;
  at: string;
}

/** An interview at ten on that day in each of four zones, with an interviewer and a student of its own. */
async function fourDays() {
  await query("delete from emails");
  await query(`
    insert into interviewers (id, employer_id, full_name, email)
    select md5('i' || n)::uuid, '${ids.employerA}', 'Interviewer ' || n, 'i' || n || '@a.example' from generate_series(1, 4) n;
    insert into students (id, full_name, email) select md5('s' || n)::uuid, 'Student ' || n, 's' || n || '@x.example' from generate_series(1, 4) n;
    insert into schedules (id, oci_id, on_date, time_zone, format, video, pattern)
    select md5('c' || n)::uuid, '${ids.ociA}', '${day}', (array['${zones.join("','")}'])[n], 'virtual', 'in_app', '{}' from generate_series(1, 4) n;
    insert into slots (id, schedule_id, starts_at, ends_at, kind)
    select md5('t' || n)::uuid, c.id, (c.on_date + time '10:00') at time zone c.time_zone, (c.on_date + time '10:30') at time zone c.time_zone, 'interview'
    from generate_series(1, 4) n join schedules c on c.id = md5('c' || n)::uuid;
    insert into schedule_interviewers (schedule_id, interviewer_id) select md5('c' || n)::uuid, md5('i' || n)::uuid from generate_series(1, 4) n;
    update slots set student_id = md5('s' || n)::uuid from generate_series(1, 4) n where slots.id = md5('t' || n)::uuid;
    update schedules set released_at = private.clock(), released_revision = revision where id in (select md5('c' || n)::uuid from generate_series(1, 4) n);
  `);
  await as("admin");
  const schedules = "array(select md5('c' || n)::uuid from generate_series(1, 4) n)";
  await query(`select queue_interview_links(gen_random_uuid(), ${schedules})`);
  await query(`select queue_student_links(gen_random_uuid(), ${schedules})`);
  await deliver("");
}

/** Does what every delivery does, and says which reminders left. */
async function deliver(now: string): Promise<Sent[]> {
  await as("service");
  await query("select queue_scheduled_emails()");
  const claimed = await query<{ email_id: string; lease_id: string; payload: { kind: string } }>(
    "select * from claim_emails(100)",
  );
  for (const { email_id, lease_id } of claimed) {
    await query(
      `select record_email_results('[{"email_id": "${email_id}", "lease_id": "${lease_id}", "result": "sent"}]')`,
    );
  }
  const sent = claimed.filter(({ payload }) => payload.kind === "reminder");
  if (sent.length === 0) return [];
  return query<Sent>(`
    select m.to_name, r.kind, '${now}' as at from emails m join reminders r on r.email_id = m.id
    where m.id in (${sent.map(({ email_id }) => `'${email_id}'`).join()}) order by 1`);
}

/** The clock runs in half hours; `then` happens on the way. */
async function run(
  then: Record<string, () => Promise<unknown>>,
  from = "2026-03-08T18:00:00Z",
  until = "2026-03-10T16:00:00Z",
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (let time = Date.parse(from); time <= Date.parse(until); time += 1_800_000) {
    const now = new Date(time).toISOString();
    await at(now);
    await then[now]?.();
    sent.push(...(await deliver(now)));
  }
  return sent;
}

const expected = [
  ["1", "day_before", "2026-03-09T20:00:00.000Z"],
  ["1", "same_day", "2026-03-10T12:00:00.000Z"],
  ["2", "day_before", "2026-03-09T23:00:00.000Z"],
  ["2", "same_day", "2026-03-10T15:00:00.000Z"],
  ["3", "day_before", "2026-03-09T10:30:00.000Z"],
  ["3", "same_day", "2026-03-10T02:30:00.000Z"],
  ["4", "day_before", "2026-03-09T03:00:00.000Z"],
  ["4", "same_day", "2026-03-09T19:00:00.000Z"],
].flatMap(([n, kind, time]) =>
  ["Interviewer", "Student"].map((who) => ({ to_name: `${who} ${n}`, kind, at: time })),
);
const byPerson = (a: { to_name: string; kind?: string }, b: { to_name: string; kind?: string }) =>
  `${a.to_name}${a.kind}`.localeCompare(`${b.to_name}${b.kind}`);

test("everyone is reminded at four of the day before and two hours ahead, in their zone, once", async () => {
  await at("2026-03-07 12:00:00+00");
  await fourDays();
  const sent = await run({}, "2026-03-07T12:00:00Z", "2026-03-11T06:00:00Z");
  expect(sent.toSorted(byPerson)).toEqual(expected.toSorted(byPerson));
});

test("two deliveries at once, or one that was restarted, remind nobody twice", async () => {
  await at("2026-03-07 12:00:00+00");
  await fourDays();
  const due = "2026-03-09T20:00:00.000Z";
  const restart = async () => {
    await deliver(due);
    await as("owner");
    await query("delete from private.job_runs");
  };
  await run({ [due]: restart }, "2026-03-09T19:30:00Z", "2026-03-09T20:30:00Z");
  expect(
    await one(
      "select count(*)::int from reminders where person_id = md5('s1')::uuid and kind = 'day_before'",
    ),
  ).toBe(1);
});

test("none after a cancellation, none whose reminders are off, and a moved day takes them along", async () => {
  await at("2026-03-07 12:00:00+00");
  await fourDays();
  const sent = await run({
    "2026-03-09T22:00:00.000Z": async () => {
      await query("update schedules set canceled_at = private.clock() where id = md5('c1')::uuid");
      await query("update schedules set reminders = false where id = md5('c2')::uuid");
    },
    "2026-03-10T02:00:00.000Z": () =>
      query(
        "update slots set starts_at = starts_at + interval '3 hours', ends_at = ends_at + interval '3 hours' where id = md5('t3')::uuid",
      ),
  });
  const of = (name: string) =>
    sent.filter(({ to_name }) => to_name === name).map(({ kind, at: when }) => [kind, when]);
  expect(of("Student 1")).toEqual([["day_before", "2026-03-09T20:00:00.000Z"]]);
  expect(of("Student 2")).toEqual([]);
  expect(of("Student 3")).toEqual([
    ["day_before", "2026-03-09T10:30:00.000Z"],
    ["same_day", "2026-03-10T05:30:00.000Z"],
  ]);
});

test("who was emailed within three hours, or was never notified, is not reminded", async () => {
  await at("2026-03-07 12:00:00+00");
  await fourDays();
  const sent = await run({
    "2026-03-09T18:00:00.000Z": async () => {
      await as("admin");
      await query("select queue_student_links(gen_random_uuid(), array[md5('c1')::uuid])");
      await as("owner");
      await query("delete from schedule_interviewers where schedule_id = md5('c1')::uuid");
      await query(
        `insert into schedule_interviewers (schedule_id, interviewer_id) values (md5('c1')::uuid, '${ids.interviewerA}')`,
      );
    },
  });
  const first = sent.filter(({ at: when }) => when === "2026-03-09T20:00:00.000Z");
  expect(first).toEqual([]);
  expect(
    await one<string>(
      "select unsent_reason from emails where kind = 'reminder' and to_name = 'Student 1' and status = 'canceled'",
    ),
  ).toBe("recently_notified");
});

test("staff may send a reminder before its time", async () => {
  await at("2026-03-07 12:00:00+00");
  await fourDays();
  const sent = await run({
    "2026-03-09T12:00:00.000Z": async () => {
      await as("admin");
      await query(
        "select send_emails_now(array(select email_id from reminders where kind = 'day_before' and person_id = md5('s1')::uuid))",
      );
    },
  });
  const [first] = sent.filter(({ to_name }) => to_name === "Student 1");
  expect(first).toMatchObject({ kind: "day_before", at: "2026-03-09T12:00:00.000Z" });
});

test("a queued reminder can be called off, and stays so", async () => {
  await at("2026-03-07 12:00:00+00");
  await fourDays();
  const sent = await run({
    "2026-03-08T20:00:00.000Z": async () => {
      await as("admin");
      await query(
        "select call_off_emails(array(select email_id from reminders where kind = 'day_before' and person_id = md5('s1')::uuid))",
      );
    },
  });
  const first = sent.filter(({ to_name }) => to_name === "Student 1");
  expect(first.map(({ kind }) => kind)).toEqual(["same_day"]);
});

const automatic = "update settings set notify_automatically = true";
const move =
  "update slots set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = md5('t1')::uuid";
const changes = () =>
  query<{ to_name: string }>("select to_name from emails where kind = 'change' order by 1");

test("automatic notices leave after five quiet minutes, not at night unless it is within a day", async () => {
  await at("2026-03-07 12:00:00+00");
  await fourDays();
  await at("2026-03-08 03:30:00+00");
  await query("delete from activity");
  await query(move);
  await refreshLists();
  await query("delete from activity");
  await deliver("");
  expect(await changes()).toEqual([]);
  await as("owner");
  await query(automatic);
  await query("delete from activity");
  await query("delete from private.job_runs");
  await deliver("");
  expect(await changes()).toEqual([]);
  await at("2026-03-08 15:00:00+00");
  await query(
    "insert into activity (at, actor_name, action, schedule_id) values (private.clock() - interval '4 minutes', 'Ada', 'slots.update', md5('c1')::uuid)",
  );
  await deliver("");
  expect(await changes()).toEqual([]);
  await at("2026-03-08 15:02:00+00");
  await deliver("");
  expect(await changes()).toEqual([{ to_name: "Interviewer 1" }, { to_name: "Student 1" }]);
});
