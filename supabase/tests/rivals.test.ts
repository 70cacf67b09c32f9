import { afterAll, beforeAll, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { claims, fixture } from "./fixture";
import { openDatabase, type Session } from "./harness";

type Answer = { ok: boolean; problem?: { message: string } };

let db: Session;

beforeAll(async () => {
  db = await openDatabase();
  await db.exec(fixture);
});
afterAll(() => db.close());

const times = <T>(count: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

const list = (rows: { id: string }[]) => rows.map((row) => `'${row.id}'`).join(", ");

const emailsPerPerson = () =>
  db.query<{ emails: number }>(
    `select count(*)::int as emails from emails where id <> '${ids.email}' and student_id is null group by interviewer_id`,
  );

test("fifty bulk sends of the same schedules at once send each person one email", {
  timeout: 60_000,
}, async () => {
  const api = await db.as(claims.admin);
  const answers = await times(50, async (n) => {
    const { data } = await api
      .rpc("queue_interview_links", {
        // Half of them the same press of the button, half another admin's.
        p_request_id: n % 2 ? crypto.randomUUID() : ids.batch,
        p_schedule_ids: [ids.todayA, ids.todayB],
        p_bulk: true,
        p_include_unchanged: false,
      })
      .throwOnError();
    return data as Answer;
  });
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(await emailsPerPerson()).toEqual([{ emails: 1 }, { emails: 1 }, { emails: 1 }]);
});

test("twenty identical requests at once tell each student once, and so do twenty different ones", {
  timeout: 60_000,
}, async () => {
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
      return data as Answer & { queued: number };
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

test("twenty rivals for each slot: one wins it, every loser is told who has it, nobody is in two places", {
  timeout: 60_000,
}, async () => {
  const api = await db.as(claims.admin);
  await db.exec(
    `insert into students (full_name, email) select 'Student ' || n, 'n' || n || '@school.example' from generate_series(1, 10) n`,
  );
  const days = await db.query<{ id: string }>(
    `insert into schedules (oci_id, on_date, time_zone, format, pattern)
     select '${ids.ociA}', day, 'UTC', 'virtual', '{}' from unnest(array['2026-04-01', '2026-04-02']::date[]) day returning id`,
  );
  const slots = await db.query<{ id: string }>(
    `insert into slots (schedule_id, starts_at, ends_at)
     select c.id, c.on_date + make_interval(hours => n), c.on_date + make_interval(hours => n, mins => 30)
     from schedules c, generate_series(8, 17) n where c.id in (${list(days)}) returning id`,
  );
  const students = await db.query<{ id: string }>(
    "select id from students where full_name like 'Student %'",
  );
  expect(slots).toHaveLength(20);

  const answers = await Promise.all(
    slots.flatMap((slot) =>
      students.flatMap((student) =>
        [1, 2].map(async () => {
          const { data } = await api
            .rpc("assign_student", { p_slot_id: slot.id, p_student_id: student.id })
            .throwOnError();
          return data as Answer;
        }),
      ),
    ),
  );

  const reasons = new Set(
    answers.flatMap(({ problem }) => (problem ? [problem.message.replace(/\d+/, "n")] : [])),
  );
  expect([...reasons]).toEqual(["Student n already has this slot."]);
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

test("rivals for one student: a single slot is won, the others are told of the clash", {
  timeout: 60_000,
}, async () => {
  const api = await db.as(claims.admin);
  const rooms = await db.query<{ id: string }>(
    `insert into schedules (oci_id, on_date, time_zone, format, room, pattern)
     select '${ids.ociB}', '2026-05-01', 'UTC', 'in_person', 'Room ' || n, '{}' from generate_series(1, 20) n returning id`,
  );
  const slots = await db.query<{ id: string }>(
    `insert into slots (schedule_id, starts_at, ends_at)
     select id, '2026-05-01 09:00Z', '2026-05-01 09:30Z' from schedules where id in (${list(rooms)}) returning id`,
  );
  const answers = await Promise.all(
    slots.map(async (slot) => {
      const { data } = await api
        .rpc("assign_student", { p_slot_id: slot.id, p_student_id: ids.studentB })
        .throwOnError();
      return data as Answer;
    }),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  for (const { ok, problem } of answers) {
    if (!ok)
      expect(problem?.message).toMatch(
        /^Sue B is already booked with Employer B on Fri 1 May, 9:00–9:30 AM/,
      );
  }
});

test("two admins who remove each other at the same moment leave one", {
  timeout: 60_000,
}, async () => {
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
