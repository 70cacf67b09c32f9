import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openEmbedded, openServer } from "../../dev/postgres/database";
import { runScript } from "../../dev/postgres/migrate";
import { readSchemas, type SqlFile } from "../../dev/postgres/migration-files";
import { createEmpty } from "../../dev/postgres/template-database";
import { preparePlatform } from "../../dev/stack/backend";
import { readCatalog } from "./catalog";
import { openDatabase, type Session } from "./harness";

const mostLines = 450;

/** What a schema file defines, as `schema.name`. */
const definitions = /\bcreate (?:table|view|type|function) ((?:public|private)\.\w+)/g;
const mentions = /\b(?:public|private)\.\w+/g;
const commentsAndStrings = /--.*|'(?:[^']|'')*'/g;

/** "file: name (defined in later file)" for each name that a file uses before it is defined. */
function forwardReferences(files: SqlFile[]): string[] {
  const definedIn = new Map(
    files.flatMap(({ name, script }, index) =>
      [...script.matchAll(definitions)].map((match) => [match[1] as string, { name, index }]),
    ),
  );
  return files.flatMap(({ name, script }, index) => {
    const used = new Set(script.replace(commentsAndStrings, "").match(mentions));
    return [...used].flatMap((mention) => {
      const home = definedIn.get(mention);
      return home && home.index > index ? [`${name}: ${mention} (defined in ${home.name})`] : [];
    });
  });
}

describe("the schema files", async () => {
  const schemas = await readSchemas();

  test("each use only what an earlier one defines", () => {
    expect(forwardReferences(schemas)).toEqual([]);
  });

  test("a call into a later file shows, wherever it is written", () => {
    const later = { name: "2.sql", script: "create function private.later() returns int" };
    const earlier = (script: string) => forwardReferences([{ name: "1.sql", script }, later]);
    const found = ["1.sql: private.later (defined in 2.sql)"];
    expect(earlier("as $$ begin perform private.later(); end $$")).toEqual(found);
    expect(earlier("using ((select private.later()) = 1)")).toEqual(found);
    expect(earlier("-- private.later\ncomment on table x is 'private.later isn''t used'")).toEqual(
      [],
    );
  });

  test(`each have at most ${mostLines} lines, like every other script`, async () => {
    const others = ["supabase/seed.sql", "bench/season.sql", "dev/postgres/supabase-platform.sql"];
    const scripts = others.map(async (name) => ({ name, script: await readFile(name, "utf8") }));
    const long = [...schemas, ...(await Promise.all(scripts))].filter(
      ({ script }) => script.split("\n").length > mostLines,
    );
    expect(long.map(({ name }) => name)).toEqual([]);
  });
});

describe("a database made from the schema files", () => {
  let migrated: Session;
  let made: Database;

  beforeAll(async () => {
    migrated = await openDatabase();
    const { serverUrl } = inject("template");
    made = serverUrl ? openServer(await createEmpty(serverUrl)) : await openEmbedded({});
    await preparePlatform(made);
    // One after the other, functions checked: a file that needs a later one does not apply.
    await made.exec("set check_function_bodies = on");
    for (const { name, script } of await readSchemas()) await runScript(made, name, script);
  });
  afterAll(() => Promise.all([migrated.close(), made.close()]));

  test("is the one that the migrations make", async () => {
    const expected = await readCatalog(migrated);
    expect(expected.size).toBeGreaterThan(900);
    expect(Object.fromEntries(await readCatalog(made))).toEqual(Object.fromEntries(expected));
  });

  test.each([
    ["a column", "alter table public.staff add note text"],
    ["a default", "alter table public.staff alter role set default 'admin'"],
    ["a constraint", "alter table public.staff add constraint named check (full_name <> 'x')"],
    ["an index", "drop index public.students_search_idx"],
    [
      "a function's body",
      "create or replace function private.clock() returns timestamptz as 'select now()' language sql",
    ],
    ["a policy", `drop policy "Staff read staff" on public.staff`],
    ["a trigger", "alter table public.staff disable trigger staff_log"],
    ["a grant", "grant select on public.staff to anon"],
    ["a column's grant", "grant update (released_at) on public.schedules to student"],
    ["a comment", "comment on table public.staff is 'Staff.'"],
  ])("is seen to differ by %s", async (_, change) => {
    const before = await readCatalog(made);
    await made.exec(`begin; ${change}`);
    const after = await readCatalog(made);
    await made.exec("rollback");
    expect(Object.fromEntries(after)).not.toEqual(Object.fromEntries(before));
  });
});
