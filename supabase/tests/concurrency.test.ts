import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openServer } from "../../dev/postgres/database";
import { DomainError, toDomainError } from "../../src/lib/errors/domain-error";
import { ids } from "./access-matrix";
import { claims, fixture } from "./fixture";
import { openDatabase, type Session } from "./harness";

let db: Session;

beforeAll(async () => {
  db = await openDatabase();
  await db.exec(fixture);
});
afterAll(() => db.close());

const times = <T>(count: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

/** 200 slots and 4,000 requests on a server; PGlite, which lets one in at a time, gets a tenth. */
const columns = inject("template").serverUrl ? 10 : 1;

/** How a request was refused; null when it was not. */
async function refusalOf(request: PromiseLike<{ error: unknown }>): Promise<unknown> {
  return toDomainError((await request).error);
}

const winners = (refusals: unknown[]) => refusals.filter((refusal) => refusal === null);

/** What losers heard that does not say who or what is in the way, and since when. */
const unclear = (refusals: unknown[], who: RegExp, startsOn: string) =>
  refusals.filter((refusal) => {
    if (refusal === null) return false;
    if (!(refusal instanceof DomainError)) return true;
    const { name, employer, starts_at, student } = refusal.params as Record<string, string>;
    if (refusal.code === "slot_taken") return !who.test(student ?? "");
    const isClear =
      who.test(name ?? "") &&
      /^Employer [AB]$/.test(employer ?? "") &&
      starts_at?.startsWith(startsOn);
    return refusal.code !== "booking_conflict" || !isClear;
  });

const list = (rows: { id: string }[]) => rows.map((row) => `'${row.id}'`).join(", ");

const emailsPerPerson = () =>
  db.query<{ emails: number }>(
    `select count(*)::int as emails from emails where id <> '${ids.email}' and student_id is null group by interviewer_id`,
  );

test("fifty bulk sends of the same schedules at once send each person one email", async () => {
  const api = await db.as(claims.admin);
  const refusals = await times(50, (n) =>
    refusalOf(
      api.rpc("queue_interview_links", {
        // Half of them the same press of the button, half another admin's.
        p_request_id: n % 2 ? crypto.randomUUID() : ids.batch,
        p_schedule_ids: [ids.todayA, ids.todayB],
        p_bulk: true,
        p_include_unchanged: false,
      }),
    ),
  );
  expect(winners(refusals)).toHaveLength(50);
  expect(await emailsPerPerson()).toEqual([{ emails: 1 }, { emails: 1 }, { emails: 1 }]);
});

test("twenty identical requests at once tell each student once, and so do twenty different ones", async () => {
  const api = await db.as(claims.admin);
  const tell = (requestId: () => string) =>
    times(20, async () => {
      const { data } = await api
        .rpc("queue_student_links", {
          p_request_id: requestId(),
          p_schedule_ids: [ids.todayA, ids.todayB],
          p_include_unchanged: false,
        })
        .throwOnError();
      return data as { queued: number };
    });
  const emails = () =>
    db.query(
      "select count(*)::int as emails from emails where student_id is not null group by student_id",
    );
  const same = await tell(() => "30000000-0000-4000-8000-000000000009");
  expect(new Set(same.map(({ queued }) => queued))).toEqual(new Set([2]));
  expect(await emails()).toEqual([{ emails: 1 }, { emails: 1 }]);
  await db.exec("update emails set status = 'failed' where student_id is not null");
  const different = await tell(() => crypto.randomUUID());
  expect(different.reduce((sum, { queued }) => sum + queued, 0)).toBe(2);
  expect(await emails()).toEqual([{ emails: 2 }, { emails: 2 }]);
});

test("twenty students for each slot: one gets it, every refusal says why, nobody is in two places", {
  timeout: 300_000,
}, async () => {
  const api = await db.as(claims.admin);
  await db.exec(
    `insert into students (full_name, email) select 'Student ' || n, 'n' || n || '@school.example' from generate_series(1, 20) n`,
  );
  // Side by side: each student can be in one of them at a time.
  const days = await db.query<{ id: string }>(
    `insert into schedules (oci_id, on_date, time_zone, format, pattern)
     select '${ids.ociA}', '2026-04-01', 'UTC', 'virtual', '{}' from generate_series(1, ${columns}) returning id`,
  );
  const slots = await db.query<{ id: string }>(
    `insert into slots (schedule_id, starts_at, ends_at)
     select c.id, c.on_date + make_interval(mins => 30 * n), c.on_date + make_interval(mins => 30 * n + 30)
     from schedules c, generate_series(10, 29) n where c.id in (${list(days)}) returning id`,
  );
  const students = await db.query<{ id: string }>(
    "select id from students where full_name like 'Student %'",
  );
  expect(slots).toHaveLength(20 * columns);

  const refusals = await Promise.all(
    slots.flatMap((slot) =>
      students.map(({ id }) =>
        refusalOf(api.rpc("assign_student", { p_slot_id: slot.id, p_student_id: id })),
      ),
    ),
  );
  expect(winners(refusals)).toHaveLength(slots.length);
  expect(unclear(refusals, /^Student \d+$/, "2026-04-01")).toEqual([]);
  expect(
    await db.query(`select id from slots where id in (${list(slots)}) and student_id is null`),
  ).toEqual([]);
  expect(
    await db.query(
      `select a.id from slots a join slots b on a.student_id = b.student_id and a.id <> b.id
       and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`,
    ),
  ).toEqual([]);
});

test("twenty overlapping schedules want each interviewer: one gets them, the refusals say where they are", {
  timeout: 300_000,
}, async () => {
  const api = await db.as(claims.admin);
  const people = await db.query<{ id: string }>(
    `insert into interviewers (employer_id, full_name, email)
     select '${ids.employerA}', 'Rival ' || n, 'rival' || n || '@a.example' from generate_series(1, ${columns}) n returning id`,
  );
  const days = await db.query<{ id: string }>(
    `insert into schedules (oci_id, on_date, time_zone, format, pattern)
     select '${ids.ociA}', '2026-04-02', 'UTC', 'virtual', '{}' from generate_series(1, 20) returning id`,
  );
  await db.query(
    `insert into slots (schedule_id, starts_at, ends_at)
     select id, '2026-04-02 09:00Z', '2026-04-02 10:00Z' from schedules where id in (${list(days)})`,
  );
  const refusals = await Promise.all(
    people.flatMap((person) =>
      days.map(({ id }) =>
        refusalOf(
          api.rpc("assign_interviewers", { p_schedule_id: id, p_interviewer_ids: [person.id] }),
        ),
      ),
    ),
  );
  expect(winners(refusals)).toHaveLength(people.length);
  expect(unclear(refusals, /^Rival \d+$/, "2026-04-02T09:00:00")).toEqual([]);
  expect(
    await db.query(
      `select interviewer_id from schedule_interviewers where interviewer_id in (${list(people)})
       group by 1 having count(*) <> 1`,
    ),
  ).toEqual([]);
});

test("twenty schedules are saved into each room at one time: one has it, the refusals say whose it is", {
  timeout: 300_000,
}, async () => {
  const api = await db.as(claims.admin);
  const refusals = await Promise.all(
    Array.from({ length: 20 * columns }, (_, n) =>
      refusalOf(
        api.rpc("save_schedule", {
          p_oci_id: n % 2 ? ids.ociA : ids.ociB,
          p_on_date: "2026-04-03",
          p_time_zone: "UTC",
          p_format: "in_person",
          p_location: `Hall ${n % columns}`,
          p_pattern: JSON.stringify({ first: "09:00", last: "10:00", slot_minutes: 60 }),
        }),
      ),
    ),
  );
  expect(winners(refusals)).toHaveLength(columns);
  expect(unclear(refusals, /^Hall \d+$/, "2026-04-03T09:00:00")).toEqual([]);
  expect(
    await db.query(
      "select location from schedules where on_date = '2026-04-03' group by 1 having count(*) <> 1",
    ),
  ).toEqual([]);
});

test("twenty requests for one student: a single slot is won, the refusals name the conflict", async () => {
  const api = await db.as(claims.admin);
  const rooms = await db.query<{ id: string }>(
    `insert into schedules (oci_id, on_date, time_zone, format, location, pattern)
     select '${ids.ociB}', '2026-05-01', 'UTC', 'in_person', 'Room ' || n, '{}' from generate_series(1, 20) n returning id`,
  );
  const slots = await db.query<{ id: string }>(
    `insert into slots (schedule_id, starts_at, ends_at)
     select id, '2026-05-01 09:00Z', '2026-05-01 09:30Z' from schedules where id in (${list(rooms)}) returning id`,
  );
  const refusals = await Promise.all(
    slots.map((slot) =>
      refusalOf(api.rpc("assign_student", { p_slot_id: slot.id, p_student_id: ids.studentB })),
    ),
  );
  expect(winners(refusals)).toHaveLength(1);
  expect(unclear(refusals, /^Sue B$/, "2026-05-01T09:00:00")).toEqual([]);
});

test("two admins who remove each other at the same moment leave one", async () => {
  const other = "a0000000-0000-4000-8000-000000000009";
  await db.exec(
    `insert into auth.users (id, email) values ('${other}', 'other@school.example');
     insert into staff (user_id, full_name, role) values ('${other}', 'Other', 'admin')`,
  );
  const [ada, olga] = await Promise.all([
    db.as(claims.admin),
    db.as({ ...claims.admin, sub: other }),
  ]);
  await Promise.all([
    ada.from("staff").update({ role: "viewer" }).eq("user_id", other),
    olga.from("staff").update({ role: "viewer" }).eq("user_id", ids.admin),
  ]);
  expect(await db.query("select role from staff where role = 'admin'")).toHaveLength(1);
});

test("forty changes at once of what the same pages show raise a page's version by forty", async () => {
  // Of the two before, who made whom a viewer is a matter of chance.
  await db.exec(`update staff set role = 'admin' where user_id = '${ids.admin}'`);
  const api = await db.as(claims.admin);
  const version = async () => {
    const guest = await db.as(claims.interviewerA);
    const { data } = await guest.rpc("experience_version").throwOnError();
    return Number.parseInt(data, 10);
  };
  const before = await version();
  const refusals = await times(40, (n) =>
    refusalOf(
      n % 2
        ? api
            .from("interviewers")
            .update({ full_name: `Abe ${n}` })
            .eq("id", ids.colleagueA)
        : api
            .from("students")
            .update({ full_name: `Stu ${n}` })
            .eq("id", ids.studentA),
    ),
  );
  expect(winners(refusals)).toHaveLength(40);
  expect((await version()) - before).toBe(40);
});

test("after all of these at once, the lists hold what a fresh count gives", async () => {
  const lists = () =>
    db.query(
      "select l.id, to_jsonb(l) as row from oci_list l union all select s.id, to_jsonb(s) from students s order by 1",
    );
  const kept = await lists();
  await db.exec(`
    select private.refresh_ocis(array(select id from ocis));
    select private.refresh_students(array(select id from students));
  `);
  expect(await lists()).toEqual(kept);
  expect(await db.query("select * from private.stale_rows")).toEqual([]);
  expect(await db.query("select * from private.stale_transactions")).toEqual([]);
});

test.skipIf(!inject("template").serverUrl)(
  "of two reports of one email at once the later one sees the other, and the gravest wins",
  async () => {
    const [email] = await db.query<{ id: string }>(
      `insert into emails (kind, interviewer_id, to_name, to_email)
       select kind, interviewer_id, to_name, to_email from emails where id = '${ids.email}' returning id`,
    );
    await db.exec(`insert into email_events (email_id, type)
      select '${email?.id}', unnest('{queued,sending,sent}'::email_event_type[])`);
    const [{ name } = { name: "" }] = await db.query<{ name: string }>(
      "select current_database() as name",
    );
    const url = new URL(inject("template").serverUrl);
    url.pathname = `/${name}`;
    const [one, other] = [openServer(url.href), openServer(url.href)];
    const report = (type: string) =>
      `select record_email_event('${email?.id}', null, '${type}', now(), '', '${crypto.randomUUID()}')`;
    await one.exec(`begin; ${report("bounced")}`);
    const waiting = other.exec(report("delivered"));
    const blocked = () =>
      db.query(
        `select 1 from pg_stat_activity where datname = '${name}' and wait_event_type = 'Lock'`,
      );
    await expect.poll(blocked).toHaveLength(1);
    await one.exec("commit");
    await waiting;
    expect(await db.query(`select status from emails where id = '${email?.id}'`)).toEqual([
      { status: "bounced" },
    ]);
    await one.close();
    await other.close();
  },
);
