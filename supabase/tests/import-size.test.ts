import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openServer } from "../../dev/postgres/database";
import { cloneTemplate } from "../../dev/postgres/template-database";
import { claims, fixture } from "./fixture";
import { withFixture } from "./with-fixture";

const { serverUrl } = inject("template");
/** PGlite is slower, and shares its processor with every other test. */
const size = serverUrl ? 20_000 : 4_000;
const badEach = 40;

const { as, one, query } = withFixture();

type Outcome = { n: number; outcome: string; problem: object | null };

const isBad = (n: number) => n % badEach === 7;
const bad = Array.from({ length: size / badEach }, (_, n) => n * badEach + 8);

/** A hundred employers with ten days of slots each, and a student for every slot. */
const season = `
  set local session_replication_role = replica;
  insert into employers (id, name) select md5('e' || n)::uuid, 'Firm ' || n from generate_series(0, 99) n;
  insert into ocis (id, employer_id, season) select md5('o' || n)::uuid, md5('e' || n)::uuid, 'Fall' from generate_series(0, 99) n;
  insert into schedules (id, oci_id, on_date, time_zone, format, pattern)
  select md5('c' || n || '/' || d)::uuid, md5('o' || n)::uuid, date '2027-03-01' + d, 'UTC', 'virtual', '{}'
  from generate_series(0, 99) n, generate_series(0, 9) d;
  insert into slots (schedule_id, starts_at, ends_at)
  select md5('c' || n || '/' || d)::uuid, t.at, t.at + interval '15 minutes'
  from generate_series(0, 99) n, generate_series(0, 9) d, generate_series(0, 19) k
  cross join lateral (select (date '2027-03-01' + d + time '09:00' + k * interval '20 minutes') at time zone 'UTC' as at) t;
  insert into students (full_name, email) select 'Placed ' || n, 'placed.' || n || '@school.example' from generate_series(0, 19999) n;
  set local session_replication_role = origin;
  analyze`;

const two = (n: number) => String(n).padStart(2, "0");
const timeOf = (k: number) => `${two(9 + Math.floor(k / 3))}:${two((k % 3) * 20)}`;

const rowOf: Record<string, (n: number) => Record<string, string>> = {
  employers: (n) => ({ name: isBad(n) ? "" : `Employer ${n}`, website: "https://firm.example" }),
  interviewers: (n) => ({
    employer: isBad(n) ? `Nobody ${n}` : `Firm ${n % 100}`,
    full_name: `Interviewer ${n}`,
    email: `interviewer.${n}@firm.example`,
  }),
  students: (n) => ({
    full_name: `Student ${n}`,
    email: isBad(n) ? `broken ${n}` : `student.${n}@school.example`,
    program: "JD",
  }),
  assignments: (n) => ({
    employer: `Firm ${n % 100}`,
    date: `2027-03-${two(1 + (Math.floor(n / 100) % 10))}`,
    time: timeOf(Math.floor(n / 1000)),
    email: isBad(n) ? `nobody.${n}@school.example` : `placed.${n}@school.example`,
  }),
};

const written: Record<string, string> = {
  employers: "select count(*)::int from employers where name like 'Employer _%'",
  interviewers: "select count(*)::int from interviewers where email like 'interviewer.%'",
  students: "select count(*)::int from students where email like 'student.%'",
  assignments:
    "select count(*)::int from slots where starts_at > '2027-01-01' and student_id is not null",
};

test.for(Object.keys(rowOf))(
  "a large file of %s: the rows with errors exactly, in time, and again without a change",
  async (kind) => {
    const rows = JSON.stringify(Array.from({ length: size }, (_, n) => rowOf[kind]?.(n)));
    const call = (name: string, more = "") =>
      one<Outcome[]>(`select ${name}('${kind}', '${rows}' ${more})`);
    const count = () => one<number>(written[kind] ?? "");
    const badOf = (answer: Outcome[]) =>
      answer.filter(({ outcome }) => outcome === "error").map(({ n }) => n);
    await as("owner");
    for (const statement of season.split(";\n")) if (statement.trim()) await query(statement);
    const before = await count();
    await as("admin");

    const started = performance.now();
    expect(badOf(await call("check_import"))).toEqual(bad);
    const checked = performance.now();
    expect(await count()).toBe(before);
    expect(badOf(await call("import_rows", ", true"))).toEqual(bad);
    const loaded = performance.now();
    expect(await count()).toBe(before + size - bad.length);
    expect(Math.max(checked - started, loaded - checked)).toBeLessThan(20_000);

    const again = await call("import_rows", ", true");
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(["unchanged", "error"]));
    expect(await count()).toBe(before + size - bad.length);
  },
);

describe.skipIf(!serverUrl)("an import whose connection is cut", () => {
  let office: Database;
  let holder: Database;
  let importer: Database;

  beforeAll(async () => {
    const url = await cloneTemplate(serverUrl);
    office = openServer(url);
    holder = openServer(url);
    importer = openServer(url);
    await office.exec(fixture);
  });
  afterAll(() => Promise.all([office.close(), holder.close()]));

  test("leaves nothing half done, and can be made again", async () => {
    const rows = JSON.stringify(Array.from({ length: 2000 }, (_, n) => rowOf.students?.(n)));
    const load = `
      begin;
      set local role authenticated;
      select set_config('request.jwt.claims', '${JSON.stringify(claims.admin)}', true);
      select import_rows('students', '${rows}', true);
      commit`;
    // Its last step, the line of activity, waits here: by then every student is written.
    await holder.exec("begin; lock table activity in access exclusive mode");
    const cut = importer.exec(load).then(
      () => "done",
      () => "cut",
    );
    await expect
      .poll(() =>
        office.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
             and query like '%import_rows%'`,
        ),
      )
      .toHaveLength(1);
    await office.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    expect(await cut).toBe("cut");
    await holder.exec("rollback");
    const count = () => office.query(written.students ?? "");
    expect(await count()).toEqual([{ count: 0 }]);
    expect(await office.query("select from activity where action = 'students.import'")).toEqual([]);

    await office.exec(load);
    expect(await count()).toEqual([{ count: 1950 }]);
  });
});
