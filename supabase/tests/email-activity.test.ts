import { beforeEach, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, one, query, refused } = withFixture();

const groups = {
  sent: ["sent", "delivered"],
  waiting: ["queued", "sending", "delayed"],
  attention: ["bounced", "complained", "failed", "uncertain"],
  canceled: ["canceled"],
};

type Counts = Record<keyof typeof groups, number> & {
  unit: string;
  starts_at: string;
  first_day: string;
  last_day: string;
};

/** So many emails over so many days, of every kind and status, a third of them of one send. */
const addEmails = (count: number, days: number, until = "2026-03-03 15:00Z") =>
  query(`
    insert into emails (kind, interviewer_id, student_id, batch_id, to_name, to_email, about, created_at, status)
    select (enum_range(null::email_kind))[1 + floor(random() * 9)],
      case when n % 2 = 0 then (array['${ids.interviewerA}', '${ids.interviewerB}'])[1 + n / 2 % 2]::uuid end,
      case when n % 2 = 1 then '${ids.studentA}'::uuid end,
      case when n % 3 = 0 then '${ids.batch}'::uuid end,
      'Person ' || n, 'person' || n % 7 || '@example.edu', (array['Harbor', 'Fjord'])[1 + n % 2],
      '${until}'::timestamptz - random() * ${days} * interval '1 day',
      (enum_range(null::email_status))[1 + floor(random() * 10)]
    from generate_series(1, ${count}) n`);

const counts = (filter = "") =>
  query<Counts>(`
    select unit, starts_at::text, first_day::text, last_day::text, sent, waiting, attention, canceled
    from email_counts(p_text => '', p_recipient => ''${filter})`);

/** The same, counted one by one: each group's emails in the hour, day, week or month in New York. */
async function rawCounts(unit: string, where: string): Promise<Map<string, number[]>> {
  const rows = await query<{ starts_at: string } & Record<string, number>>(`
    select date_trunc('${unit}', e.created_at, 'America/New_York')::text as starts_at,
      ${Object.entries(groups)
        .map(([name, statuses]) => {
          const list = statuses.map((status) => `'${status}'`).join(", ");
          return `count(*) filter (where e.status in (${list}))::int as ${name}`;
        })
        .join(", ")}
    from emails e where ${where} group by 1`);
  return new Map(rows.map((row) => [row.starts_at, inGroups(row)]));
}

const inGroups = (row: Record<string, unknown>) =>
  Object.keys(groups).map((name) => Number(row[name]));

const filled = (buckets: Counts[]) =>
  new Map(
    buckets
      .map((bucket) => [bucket.starts_at, inGroups(bucket)] as const)
      .filter(([, numbers]) => numbers.some((n) => n > 0)),
  );

const ofEmployerA = `(e.interviewer_id in (select i.id from interviewers i where i.employer_id = '${ids.employerA}')
  or e.id in (select a.email_id from email_schedules a join schedules s on s.id = a.schedule_id
    join ocis o on o.id = s.oci_id where o.employer_id = '${ids.employerA}'))`;

const filters: [filter: string, where: string][] = [
  ["", "true"],
  [", p_kind => 'change'", "e.kind = 'change'"],
  [`, p_batch => '${ids.batch}'`, `e.batch_id = '${ids.batch}'`],
  [", p_status => 'delayed'", "e.status = 'delayed'"],
  [", p_group => 'attention'", "e.status in ('bounced', 'complained', 'failed', 'uncertain')"],
  [
    ", p_after => '2026-02-20 05:00Z', p_before => '2026-02-25 05:00Z'",
    "e.created_at >= '2026-02-20 05:00Z' and e.created_at < '2026-02-25 05:00Z'",
  ],
  [`, p_employer => '${ids.employerA}'`, ofEmployerA],
  [
    `, p_employer => '${ids.employerA}', p_kind => 'reminder', p_group => 'sent'`,
    `${ofEmployerA} and e.kind = 'reminder' and e.status in ('sent', 'delivered')`,
  ],
];

beforeEach(async () => {
  await query("delete from emails");
  await query("update settings set time_zone = 'America/New_York'");
});

test.for([
  ["hour", 1],
  ["day", 60],
  ["week", 400],
  ["month", 1500],
] as const)("counts by %s are those of the emails, whatever the filter", async ([unit, days]) => {
  await addEmails(300, days);
  await query(`
    insert into email_schedules (email_id, schedule_id, person_id, is_interviewer)
    select id, (array['${ids.todayA}', '${ids.todayB}'])[1 + (random() > 0.5)::int]::uuid, '${ids.studentA}', false
    from emails where student_id is not null`);
  await as("viewer");
  for (const [filter, where] of filters) {
    const buckets = await counts(filter);
    const found = buckets[0]?.unit ?? unit;
    expect(filled(buckets), filter).toEqual(await rawCounts(found, where));
  }
  const all = await counts();
  expect(all[0]?.unit).toBe(unit);
  expect(filled(all).size).toBeGreaterThan(5);
});

test("words and recipient narrow the counts as they narrow the list", async () => {
  await addEmails(100, 30);
  await as("viewer");
  const sum = "sum(sent + waiting + attention + canceled)::int";
  for (const [text, to] of [
    ["harbor", ""],
    ["", "person3@"],
    ["fjord", "person3@"],
    ["nowhere", ""],
  ]) {
    const listed = await one<number>(`select count(*)::int from search_emails('${text}', '${to}')`);
    expect(await one(`select coalesce(${sum}, 0) from email_counts('${text}', '${to}')`)).toBe(
      listed,
    );
  }
  expect(await one("select count(*)::int from search_emails('fjord', 'person3@')")).toBeGreaterThan(
    0,
  );
});

test("days and weeks follow one another over a clock change, those without emails included", async () => {
  await query(`insert into emails (kind, to_name, to_email, created_at) values
    ('change', 'A', 'a@a.example', '2026-03-06 04:59Z'), ('change', 'A', 'a@a.example', '2026-03-09 04:00Z')`);
  await as("viewer");
  const days = await counts();
  expect(days.map(({ first_day, last_day, waiting }) => [first_day, last_day, waiting])).toEqual([
    ["2026-03-05", "2026-03-05", 1],
    ["2026-03-06", "2026-03-06", 0],
    ["2026-03-07", "2026-03-07", 0],
    ["2026-03-08", "2026-03-08", 0],
    ["2026-03-09", "2026-03-09", 1],
  ]);
});

test("an employer's emails are those to its interviewers and about its schedules", async () => {
  const add = (name: string, columns: string, values: string) =>
    query(
      `insert into emails (kind, to_name, to_email, ${columns}) values ('change', '${name}', 'a@a.example', ${values})`,
    );
  await add("Interviewer A", "interviewer_id", `'${ids.interviewerA}'`);
  await add("Interviewer B", "interviewer_id", `'${ids.interviewerB}'`);
  await add("Student A", "student_id", `'${ids.studentA}'`);
  await add("Student B", "student_id", `'${ids.studentB}'`);
  await query(`
    insert into email_schedules (email_id, schedule_id, person_id, is_interviewer)
    select id, '${ids.todayA}', '${ids.studentA}', false from emails where to_name = 'Student A'`);
  await as("viewer");
  const names = await query(
    `select to_name from search_emails('', '', '${ids.employerA}') order by 1`,
  );
  expect(names.map(({ to_name }) => to_name)).toEqual(["Interviewer A", "Student A"]);
});

test("the version changes with every step of an email, and not by itself", async () => {
  const version = () => one<string>("select email_activity_version()");
  const empty = await version();
  expect(await version()).toBe(empty);
  await query(
    `insert into emails (id, kind, to_name, to_email) values ('${ids.email}', 'change', 'A', 'a@a.example')`,
  );
  const seen = new Set([empty, await version()]);
  for (const type of ["queued", "sending", "sent", "delivered"]) {
    await query(`insert into email_events (email_id, type) values ('${ids.email}', '${type}')`);
    seen.add(await version());
  }
  expect(seen.size).toBe(6);
});

test("who is not of the office learns nothing of emails", async () => {
  await addEmails(20, 3);
  await as("viewer");
  expect(await counts()).not.toEqual([]);
  await as("stranger");
  expect(await counts()).toEqual([]);
  expect(await one("select email_activity_version()")).toBe("0:0");
  for (const guest of ["interviewerA", "student"] as const) {
    await as(guest);
    expect(await refused("select email_counts('', '')")).toBe("42501");
    expect(await refused("select email_activity_version()")).toBe("42501");
  }
});
