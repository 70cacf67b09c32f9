import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ids, type Persona, personas } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, attempt, one, query, refused } = withFixture();

/** What the Storage API says it was asked for. */
const asked = (operation: string) =>
  query(`select set_config('storage.operation', '${operation}', true)`);

async function files(): Promise<string[]> {
  const rows = await query<{ name: string }>("select name from storage.objects order by name");
  return rows.map(({ name }) => name);
}

const all = [ids.resumeA, ids.letterToB, ids.resumeB].sort();
const download = "storage.object.get_authenticated";

/** Whose files each persona may download. */
const downloads: Record<Persona, string[]> = {
  anon: [],
  stranger: [],
  viewer: all,
  admin: all,
  interviewerA: [ids.resumeA],
  interviewerB: [ids.resumeB],
  recruiter: [],
  student: [ids.resumeA, ids.letterToB],
  reset: [],
};

describe("the files of documents", () => {
  test.each(personas)("%s downloads those of the documents they may read", async (persona) => {
    await as(persona);
    await asked(download);
    expect(await files()).toEqual(downloads[persona]);
  });

  test.each(["storage.object.sign", "storage.object.sign_many"])(
    "nobody's file is opened to whoever has a URL (%s)",
    async (operation) => {
      for (const persona of personas) {
        await as(persona);
        await asked(operation);
        expect(await files(), persona).toEqual([]);
      }
    },
  );

  test.each(["storage.object.list", "storage.object.copy", ""])(
    "a guest learns of no file otherwise (%s)",
    async (operation) => {
      for (const persona of [
        "interviewerA",
        "interviewerB",
        "recruiter",
        "student",
        "reset",
      ] as const) {
        await as(persona);
        await asked(operation);
        expect(await files(), persona).toEqual([]);
      }
    },
  );

  test.each(personas)("%s writes them only as an admin", async (persona) => {
    const insert = (name: string) =>
      refused(`insert into storage.objects (bucket_id, name) values ('documents', '${name}')`);
    const mayWrite = persona === "admin";
    await as(persona);
    expect((await insert(randomUUID())) === undefined).toBe(mayWrite);
    expect(await insert("page.html")).toBe("42501");
    const took = (rows: unknown[]) => rows.length > 0;
    const takesEffect = async (statement: string) => {
      const code = await refused(statement);
      return code ? false : took(await query(statement));
    };
    const stray = randomUUID();
    await as("owner");
    await query(`insert into storage.objects (bucket_id, name) values ('documents', '${stray}')`);
    await as(persona);
    const remove = (name: string) =>
      `delete from storage.objects where name = '${name}' returning 1`;
    expect(await takesEffect(`update storage.objects set name = name returning 1`)).toBe(false);
    expect(await takesEffect(remove(ids.resumeA)), "a document's own").toBe(false);
    if (mayWrite) expect(await query(remove(stray))).toHaveLength(1);
    else expect(await takesEffect(remove(stray))).toBe(false);
  });
});

describe("an interviewer", () => {
  const documents = async () =>
    (await query<{ id: string }>("select id from documents order by id")).map(({ id }) => id);

  test("finds the student's documents on the page, and no letter to another employer", async () => {
    await as("interviewerA");
    const page = await one<{
      schedules: { id: string; slots: { id: string; student: { documents: object[] } }[] }[];
    }>("select interview_experience()");
    const slots = page.schedules.find(({ id }) => id === ids.todayA)?.slots;
    expect(slots?.find(({ id }) => id === ids.slotA1)?.student.documents).toEqual([
      { id: ids.resumeA, kind: "resume", file_name: "Stu.pdf", size: 1000 },
    ]);
  });

  test("has neither the day before nor the day after", async () => {
    await query(`delete from slots where schedule_id = '${ids.todayA}'`);
    await as("interviewerA");
    await asked(download);
    expect([await documents(), await files()]).toEqual([[], []]);
    await at("2026-03-04 12:00:00+00");
    await as("interviewerA");
    expect([await documents(), await files()]).toEqual([[ids.resumeA], [ids.resumeA]]);
    await at("2026-03-05 00:00:00+00");
    await as("interviewerA");
    expect([await documents(), await files()]).toEqual([[], []]);
  });

  test("of several interviewers sees those of the own slots alone", async () => {
    await query(`insert into slot_interviewers (slot_id, schedule_id, interviewer_id)
      values ('${ids.slotA1}', '${ids.todayA}', '${ids.colleagueA}')`);
    await as("interviewerA");
    await asked(download);
    expect([await documents(), await files()]).toEqual([[], []]);
  });

  test("reads a letter to the own posting", async () => {
    await query(
      `update documents set job_posting_id = '${ids.postingA}' where id = '${ids.letterToB}'`,
    );
    await as("interviewerA");
    await asked(download);
    expect(await files()).toEqual([ids.resumeA, ids.letterToB]);
  });

  test("has none of a canceled schedule, nor after the link was reset", async () => {
    await query(`update schedules set canceled_at = now() where id = '${ids.todayA}'`);
    await as("interviewerA");
    await asked(download);
    expect(await files()).toEqual([]);
    await as("owner");
    await query(`update access_links set version = 2 where id = '${ids.linkB}'`);
    await as("interviewerB");
    expect(await files()).toEqual([]);
  });
});

describe("save_document", () => {
  const uploaded = async (type = "application/pdf", size = 2000) => {
    const id = randomUUID();
    await as("owner");
    await query(`insert into storage.objects (bucket_id, name, metadata)
      values ('documents', '${id}', '{"mimetype": "${type}", "size": ${size}}')`);
    await as("admin");
    return id;
  };
  const save = (id: string, kind = "resume", name = "new.pdf", posting = "null") =>
    attempt<string | null>(
      `select save_document('${id}', '${ids.studentA}', '${kind}', '${name}', ${posting})`,
    );

  test("replaces the document of its kind, and says which file is left over", async () => {
    const id = await uploaded();
    expect(await save(id)).toEqual({ value: ids.resumeA });
    expect(await query(`select file_name, size from documents where id = '${id}'`)).toEqual([
      { file_name: "new.pdf", size: 2000 },
    ]);
    expect(await save(id), "asked twice").toEqual({ value: null });
    await as("interviewerA");
    await asked(download);
    expect(await files()).toEqual([id]);
  });

  test("keeps a letter for any employer beside the one for a posting", async () => {
    expect(await save(await uploaded(), "cover_letter")).toEqual({ value: null });
    expect(await save(await uploaded(), "cover_letter", "b.pdf", `'${ids.postingB}'`)).toEqual({
      value: ids.letterToB,
    });
  });

  test.each([
    ["no file", async () => randomUUID(), "new.pdf", "file_not_uploaded"],
    ["a page by its name", uploaded, "new.html", "file_type"],
    ["a page by its type", () => uploaded("text/html"), "new.pdf", "file_type"],
    ["a PDF named as a Word file", uploaded, "new.docx", "file_type"],
    ["too large a file", () => uploaded("application/pdf", 10_485_761), "new.pdf", "file_size"],
    ["an empty file", () => uploaded("application/pdf", 0), "new.pdf", "file_size"],
  ])("refuses %s", async (_what, file, name, code) => {
    const id = await file();
    await as("admin");
    expect((await save(id, "transcript", name)).code).toBe(code);
    expect(await query(`select id from documents where id = '${id}'`)).toEqual([]);
  });

  test("a name with a path in it, or of two lines, is no name", async () => {
    const id = await uploaded();
    for (const name of ["../new.pdf", "a\\b.pdf", "a\nb.pdf"]) {
      expect(
        await refused(`select save_document('${id}', '${ids.studentA}', 'resume', '${name}')`),
      ).toBe("documents_file_name_check");
    }
  });
});

test("a removed document is nobody's any more, and its file can be deleted", async () => {
  await as("admin");
  await query(`select remove_document('${ids.resumeA}')`);
  expect(await one(`select action from activity order by id desc limit 1`)).toBe(
    "students.remove_document",
  );
  expect(
    await query(`delete from storage.objects where name = '${ids.resumeA}' returning 1`),
  ).toHaveLength(1);
  await as("interviewerA");
  await asked(download);
  expect(await files()).toEqual([]);
});

test("files that no document has are found once an upload had its hour", async () => {
  await query(`insert into storage.objects (bucket_id, name, created_at) values
    ('documents', 'fresh', now()), ('documents', 'stray', now() - interval '61 minutes')`);
  await query("update storage.objects set created_at = '2020-01-01' where name <> 'fresh'");
  await as("admin");
  await query(`select remove_document('${ids.resumeA}')`);
  const strays = await query<{ orphaned_files: string }>("select orphaned_files()");
  expect(strays.map((row) => row.orphaned_files).sort()).toEqual([ids.resumeA, "stray"].sort());
});
