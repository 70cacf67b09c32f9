import { describe, expect, test } from "vitest";
import { ids, tables } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, attempt, one, query, refreshLists } = withFixture();

const extra = {
  colleagueLink: "20000000-0000-4000-8000-0000000000a2",
  studentBLink: "20000000-0000-4000-8000-0000000000b2",
  posting: "b0000000-0000-4000-8000-0000000000a2",
  studentC: "50000000-0000-4000-8000-00000000000c",
  transcript: "40000000-0000-4000-8000-0000000000aa",
  notice: "80000000-0000-4000-8000-000000000002",
};

const guest = (role: "interviewer" | "student", link: string) => ({
  role,
  sub: link,
  link_id: link,
  link_version: 1,
});
const guests = {
  interviewerA: guest("interviewer", ids.linkA),
  colleagueA: guest("interviewer", extra.colleagueLink),
  interviewerB: guest("interviewer", ids.linkB),
  studentA: guest("student", ids.linkStudent),
  studentB: guest("student", extra.studentBLink),
};
type Guest = keyof typeof guests;
const everyone = Object.keys(guests) as Guest[];

/** Links for everyone; student B was notified of A's day today, and then taken off. */
const scene = [
  `insert into access_links (id, interviewer_id, student_id) values ('${extra.colleagueLink}', '${ids.colleagueA}', null), ('${extra.studentBLink}', null, '${ids.studentB}')`,
  `insert into job_postings (id, employer_id, title) values ('${extra.posting}', '${ids.employerA}', 'Job A2')`,
  `insert into students (id, full_name, email) values ('${extra.studentC}', 'Sid C', 'sid@school.example')`,
  `insert into storage.objects (bucket_id, name, metadata) values ('documents', '${extra.transcript}', '{"mimetype": "application/pdf", "size": 1000}')`,
  `insert into emails (id, kind, student_id, to_name, to_email) values ('${extra.notice}', 'student_link', '${ids.studentB}', 'Sue B', 'sue@school.example')`,
  `insert into email_schedules (email_id, schedule_id, person_id, is_interviewer, snapshot) values ('${extra.notice}', '${ids.todayA}', '${ids.studentB}', false, '{}')`,
];

/** Reads everyone's page in one round trip, as the guests that they are. */
const readPages = `
  create function pg_temp.read_pages(p_guests jsonb) returns table (name text, page jsonb, version text)
  language plpgsql as $$
  begin
    for name, page in select * from jsonb_each(p_guests) loop
      perform set_config('request.jwt.claims', page::text, true);
      execute format('set local role %I', page ->> 'role');
      if page ->> 'role' = 'student' then
        page := student_experience();
      else
        page := interview_experience();
      end if;
      version := experience_version();
      reset role;
      return next;
    end loop;
  end $$`;

async function setScene() {
  for (const statement of [...scene, readPages]) await query(statement);
}

interface Page {
  version: string | null;
  /** Everything else that the page shows, but for the time. */
  shown: string;
}

async function read(names: Guest[]): Promise<Map<Guest, Page>> {
  await as("owner");
  const asked = Object.fromEntries(names.map((name) => [name, guests[name]]));
  const rows = await query<{
    name: Guest;
    page: { version: string } | null;
    version: string | null;
  }>(`select * from pg_temp.read_pages('${JSON.stringify(asked)}')`);
  return new Map(
    rows.map(({ name, page, version }) => {
      expect(version).toBe(page?.version ?? null);
      const shown = JSON.stringify(page && { ...page, version: null, now: null });
      return [name, { version, shown }];
    }),
  );
}

async function pages() {
  await as("owner");
  await refreshLists();
  return read(everyone);
}

const version = async (name: Guest) => (await read([name])).get(name)?.version;

/** Whose page shows something else, and who of them would not have noticed. */
function compare(before: Map<Guest, Page>, after: Map<Guest, Page>) {
  const changed = everyone.filter((name) => before.get(name)?.shown !== after.get(name)?.shown);
  const unnoticed = changed.filter(
    (name) => before.get(name)?.version === after.get(name)?.version,
  );
  return { changed, unnoticed };
}

const later = (id: string) =>
  `update slots set starts_at = starts_at + interval '5 minutes' where id = '${id}'`;

/** What the office does in a day, and whose page it changes. */
const acts: [string, string, Guest[]][] = [
  [
    "a student is assigned",
    `select assign_student('${ids.slotA2}', '${ids.studentB}')`,
    ["interviewerA", "studentB"],
  ],
  [
    "a student is replaced",
    `select assign_student('${ids.slotA1}'), assign_student('${ids.slotA1}', '${extra.studentC}')`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "a student is taken off",
    `select assign_student('${ids.slotA1}')`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  ["a slot is moved", later(ids.slotA1), ["interviewerA", "colleagueA", "studentA"]],
  [
    "a slot is added",
    `select add_slot('${ids.todayA}', '2026-03-03 20:00Z', '2026-03-03 20:30Z')`,
    ["interviewerA", "colleagueA"],
  ],
  ["a slot is removed", `select remove_slot('${ids.slotA2}')`, ["interviewerA", "colleagueA"]],
  [
    "a slot is named",
    `update slots set label = 'Lunch' where id = '${ids.slotA2}'`,
    ["interviewerA"],
  ],
  [
    "a day is shifted",
    `select shift_schedule('${ids.todayA}', 30)`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "a day is moved",
    `update schedules set on_date = '2026-03-06' where id = '${ids.tomorrowA}'`,
    ["interviewerA", "studentA"],
  ],
  [
    "a day's zone is another",
    `update schedules set time_zone = 'America/New_York' where id = '${ids.tomorrowA}'`,
    ["interviewerA", "studentA"],
  ],
  [
    "a day is held in a room",
    `update schedules set format = 'in_person', video = null, location = 'Room 204' where id = '${ids.todayA}'`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "a day gets a meeting URL",
    `update schedules set video = 'external', meeting_url = 'https://meet.example.com/x' where id = '${ids.todayA}'`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "a day is canceled",
    `select cancel_schedule('${ids.todayA}', true)`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "a canceled day is restored",
    `update schedules set canceled_at = null where id = '${ids.todayB}'`,
    ["interviewerB", "studentB"],
  ],
  [
    "a day is released",
    `select release_schedules(array['${ids.draftA}']::uuid[], true)`,
    ["interviewerA", "studentB"],
  ],
  [
    "a release is withdrawn",
    `select release_schedules(array['${ids.todayA}']::uuid[], false)`,
    ["interviewerA", "colleagueA", "studentA", "studentB"],
  ],
  [
    "a link is sent before the release",
    `select queue_interview_links(gen_random_uuid(), array['${ids.draftA}']::uuid[])`,
    ["interviewerA"],
  ],
  [
    "an interviewer is assigned",
    `select assign_interviewers('${ids.tomorrowA}', array['${ids.interviewerA}', '${ids.colleagueA}']::uuid[])`,
    ["colleagueA"],
  ],
  [
    "an interviewer is taken off",
    `delete from schedule_interviewers where schedule_id = '${ids.todayA}' and interviewer_id = '${ids.colleagueA}'`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "a slot gets interviewers of its own",
    `insert into slot_interviewers (slot_id, schedule_id, interviewer_id) values ('${ids.slotA1}', '${ids.todayA}', '${ids.colleagueA}')`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "a slot is everyone's again",
    `delete from slot_interviewers where slot_id = '${ids.slotA2}'`,
    ["interviewerA", "colleagueA"],
  ],
  [
    "a document is added",
    `select save_document('${extra.transcript}', '${ids.studentA}', 'transcript', 'Stu.pdf')`,
    ["interviewerA", "colleagueA"],
  ],
  [
    "a document is removed",
    `select remove_document('${ids.resumeA}')`,
    ["interviewerA", "colleagueA"],
  ],
  [
    "a student is renamed",
    `update students set full_name = 'Stuart A' where id = '${ids.studentA}'`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "an interviewer is renamed",
    `update interviewers set full_name = 'Abel A' where id = '${ids.colleagueA}'`,
    ["interviewerA", "colleagueA", "studentA"],
  ],
  [
    "an interviewer is archived",
    `update interviewers set archived_at = now() where id = '${ids.colleagueA}'`,
    ["colleagueA", "studentA"],
  ],
  [
    "a student is archived",
    `update students set archived_at = now() where id = '${ids.studentA}'`,
    ["studentA"],
  ],
  [
    "an employer is renamed",
    `update employers set name = 'Employer Z' where id = '${ids.employerA}'`,
    ["interviewerA", "colleagueA", "studentA", "studentB"],
  ],
  [
    "a posting is renamed",
    `update job_postings set title = 'Job Z' where id = '${ids.postingA}'`,
    ["interviewerA", "colleagueA", "studentA", "studentB"],
  ],
  [
    "a posting gets a page",
    `update job_postings set url = 'https://jobs.example.com/1' where id = '${ids.postingA}'`,
    ["interviewerA", "colleagueA"],
  ],
  [
    "an OCI is for another posting",
    `update ocis set job_posting_id = '${extra.posting}' where id = '${ids.ociA}'`,
    ["interviewerA", "colleagueA", "studentA", "studentB"],
  ],
  ["the office has another phone", "update settings set support_phone = '555-0100'", everyone],
  ["a link is reset", `select reset_access_link('${ids.studentA}')`, ["studentA"]],
  [
    "a student has another email address, and their link is reset",
    `update students set email = 'other@school.example' where id = '${ids.studentA}'`,
    ["studentA"],
  ],
];

describe("whoever's page shows something else sees it by the version, after", () => {
  test.each(acts)("%s", async (_, act, expected) => {
    await setScene();
    if (act.includes("canceled_at = null")) {
      await query(`update schedules set canceled_at = now() where id = '${ids.todayB}'`);
    }
    const before = await pages();
    await as("admin");
    await query(act);
    const { changed, unnoticed } = compare(before, await pages());
    expect(unnoticed).toEqual([]);
    expect(changed).toEqual(expected);
  });

  test("the same person begins to interview for another employer, is busy there, and ends", async () => {
    await setScene();
    const changedBy = async (statement: string) => {
      const before = await pages();
      await as("owner");
      await query(statement);
      const { changed, unnoticed } = compare(before, await pages());
      expect(unnoticed).toEqual([]);
      return changed;
    };
    const address = `(select email from interviewers where id = '${ids.interviewerB}')`;
    const to = (email: string) =>
      changedBy(`update interviewers set email = ${email} where id = '${ids.colleagueA}'`);
    expect(await to(address)).toEqual(["colleagueA", "interviewerB"]);
    const found = await read(["interviewerA", "interviewerB"]);
    expect(found.get("interviewerB")?.shown).toContain('"elsewhere":["Employer A"]');
    expect(found.get("interviewerA")?.shown).toContain('"elsewhere":[]');
    expect(
      await changedBy(`update employers set name = 'Employer Z' where id = '${ids.employerA}'`),
    ).toContain("interviewerB");
    expect(
      await changedBy(
        `delete from schedule_interviewers where interviewer_id = '${ids.colleagueA}' and schedule_id = '${ids.todayA}'`,
      ),
    ).toContain("interviewerB");
    expect(
      await changedBy(
        `insert into schedule_interviewers (schedule_id, interviewer_id) values ('${ids.todayA}', '${ids.colleagueA}')`,
      ),
    ).toContain("interviewerB");
    expect(await to("'someone.else@employer.example'")).toContain("interviewerB");
  });

  test("an email that did not reach a student who was taken off, and its retry", async () => {
    await setScene();
    const before = await pages();
    const event = (type: string) =>
      query(`insert into email_events (email_id, type) values ('${extra.notice}', '${type}')`);
    await as("owner");
    await event("failed");
    const failed = await pages();
    expect(compare(before, failed)).toEqual({ changed: ["studentB"], unnoticed: [] });
    await as("owner");
    await event("queued");
    const retried = await pages();
    expect(compare(failed, retried)).toEqual({ changed: ["studentB"], unnoticed: [] });
    // Queued by someone who still saw the student in the slot.
    await as("owner");
    await query(
      `insert into email_schedules (email_id, schedule_id, person_id, is_interviewer, snapshot) values ('${extra.notice}', '${ids.tomorrowA}', '${ids.studentB}', false, '{}')`,
    );
    expect(compare(retried, await pages())).toEqual({ changed: ["studentB"], unnoticed: [] });
  });
});

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Values that a column of this type could be given; some are refused. */
function others({ column, type }: Column): string[] {
  if (column === "student_id") return ["null", `'${ids.studentA}'`, `'${ids.studentB}'`];
  if (column === "job_posting_id") return ["null", `'${ids.postingB}'`, `'${extra.posting}'`];
  if (column === "time_zone") return ["'Asia/Tokyo'"];
  if (column === "kind") return ["'break'", "'transcript'"];
  if (column === "format") return ["'in_person'"];
  if (column === "video") return ["'external'", "null"];
  if (column === "status") return ["'failed'", "'sent'"];
  if (column === "schedule_id") return [`'${ids.todayB}'`, `'${ids.tomorrowA}'`];
  if (column === "meeting_url" || column === "url") return ["'https://x.example.com/y'"];
  if (type === "text") return [`'x' || coalesce(${column}, '')`, "null"];
  if (type.startsWith("timestamp")) return [`${column} + interval '5 minutes'`, "now()", "null"];
  if (type === "date" || type === "integer") return [`${column} + 1`, "2030"];
  if (type === "boolean") return [`not ${column}`];
  if (type === "jsonb") return ["null", "'{}'"];
  return [];
}

/** Every column that is not a key: keys are never changed. */
const columnsOf = (table: string) =>
  query<Column>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attrelid = 'public.${table}'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey))
    order by a.attnum`);

const realTables = async () =>
  (
    await query<{ table: string }>(
      "select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    )
  ).map((row) => row.table);

describe("whatever is written to any table, a page that shows something else has another version", () => {
  test("row by row, column by column", async () => {
    await setScene();
    const before = await pages();
    const unnoticed: string[] = [];
    const seen = new Set<string>();

    async function attemptOn(table: string, statement: string) {
      await as("owner");
      await query("savepoint before");
      if ((await attempt(`${statement} returning 1`)).value === 1) {
        const found = compare(before, await pages());
        if (found.changed.length > 0) seen.add(table);
        if (found.unnoticed.length > 0) unnoticed.push(`${statement}: ${found.unnoticed}`);
      }
      await as("owner");
      await query("rollback to before");
    }

    await as("owner");
    for (const table of await realTables()) {
      const rows = await query<{ at: string }>(`select ctid::text as at from ${table}`);
      const insert = tables[table]?.insert;
      if (insert) await attemptOn(table, `insert into ${table} ${insert}`);
      for (const { at } of rows) {
        await attemptOn(table, `delete from ${table} where ctid = '${at}'`);
        for (const column of await columnsOf(table)) {
          // An email is its student's for good.
          if (table === "emails" && column.column === "student_id") continue;
          for (const value of others(column)) {
            await attemptOn(
              table,
              `update ${table} set ${column.column} = ${value} where ctid = '${at}'`,
            );
          }
        }
      }
    }
    expect(unnoticed).toEqual([]);
    expect([...seen]).toEqual([
      "access_links",
      "documents",
      "email_schedules",
      "emails",
      "employers",
      "interviewers",
      "job_postings",
      "ocis",
      "schedule_interviewers",
      "schedules",
      "settings",
      "slot_interviewers",
      "slots",
      "students",
    ]);
  });
});

test("however much a transaction changes, a version rises by one", async () => {
  await setScene();
  await refreshLists();
  const before = Number.parseInt((await version("interviewerA")) ?? "", 10);
  await as("admin");
  await query(`select shift_schedule('${ids.todayA}', 30)`);
  await query(`select assign_student('${ids.slotA2}', '${ids.studentB}')`);
  await query(`update employers set name = 'Employer Z' where id = '${ids.employerA}'`);
  await as("owner");
  await refreshLists();
  expect(Number.parseInt((await version("interviewerA")) ?? "", 10)).toBe(before + 1);
});

test("what is not on a page leaves its version alone", async () => {
  await setScene();
  const before = await pages();
  const versions = (read: Map<Guest, Page>) => everyone.map((name) => read.get(name)?.version);
  await as("admin");
  await query(`select set_outcome('${ids.slotA1}', 'completed')`);
  await query("update settings set sender_name = 'Careers'");
  await query(`update employers set website = 'https://a.example' where id = '${ids.employerA}'`);
  await as("owner");
  await query(`update access_links set last_opened_at = now()`);
  expect(versions(await pages())).toEqual(versions(before));
});

test("a change at one employer is no news at another", async () => {
  await setScene();
  await refreshLists();
  const before = await version("interviewerB");
  await as("admin");
  await query(`select shift_schedule('${ids.todayA}', 30)`);
  await as("owner");
  await refreshLists();
  expect(await version("interviewerB")).toBe(before);
});

test("there is no version for a link that was reset, and none that names another person", async () => {
  await as("reset");
  expect(await one("select experience_version()")).toBeNull();
  await as("interviewerA");
  expect(await one("select to_regprocedure('public.experience_version(uuid)')")).toBeNull();
  expect((await attempt("select * from private.page_versions")).code).toBe("42501");
});

test("midnight, which no write tells of, is the page's own to know", async () => {
  await setScene();
  const before = await pages();
  await at("2026-03-04 00:00:00+00");
  const { changed, unnoticed } = compare(before, await pages());
  expect(changed).toContain("interviewerA");
  expect(unnoticed).toEqual(changed);
});
