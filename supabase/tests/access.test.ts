import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { functions, type Persona, personas, tables } from "./access-matrix";
import { claims, fixture } from "./fixture";
import { openDatabase, type Session } from "./harness";

let db: Session;

beforeAll(async () => {
  db = await openDatabase();
  await db.exec(fixture);
});
afterAll(() => db.close());

/** Runs one statement as the persona, then takes it back. */
async function attempt(persona: Persona, statement: string) {
  await db.exec("begin");
  try {
    await db.exec(
      `select set_config('request.jwt.claims', '${JSON.stringify(claims[persona])}', true)`,
    );
    await db.exec(`set local role ${claims[persona].role}`);
    return { rows: await db.query<Record<string, unknown>>(statement) };
  } catch (error) {
    return { code: (error as { code: string }).code };
  } finally {
    await db.exec("rollback");
  }
}

/** Whether access was given: a constraint or a rule (private.refuse) is only asked after that. */
const isRule = (code: string) => code === "PGRST" || code.startsWith("23");

/** Whether a write took effect, or was stopped by a rule. */
const took = (result: { rows?: unknown[]; code?: string }) =>
  result.code ? isRule(result.code) : (result.rows ?? []).length > 0;

async function keyOf(table: string) {
  const [row] = await db.query<{ column: string }>(
    `select a.attname as column from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = 'public.${table}'::regclass and a.attnum > 0 and (i.indkey is null or a.attnum = i.indkey[0])
     order by a.attnum limit 1`,
  );
  return row?.column ?? "id";
}

test("every table and view of the API has its line in the matrix", async () => {
  const found = await db.query<{ relname: string }>(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p') order by 1",
  );
  expect(found.map((row) => row.relname)).toEqual(Object.keys(tables).sort());
});

test("every function of the API has its line in the matrix", async () => {
  const found = await db.query<{ proname: string }>(
    "select proname from pg_proc where pronamespace = 'public'::regnamespace order by 1",
  );
  expect(found.map((row) => row.proname)).toEqual(Object.keys(functions).sort());
});

test("no function of the API runs with its owner's rights, and every such function fixes its search path", async () => {
  const loose = await db.query(
    `select oid::regprocedure::text from pg_proc
     where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
       and (prosecdef and pronamespace = 'public'::regnamespace
         or not coalesce(proconfig @> array['search_path=""'], false))`,
  );
  expect(loose).toEqual([]);
});

test("every table has row-level security on", async () => {
  const open = await db.query(
    "select oid::regclass::text from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind = 'r' and not relrowsecurity",
  );
  expect(open).toEqual([]);
});

describe.each(Object.entries(tables))("%s", (table, { access, own, insert, update }) => {
  test.each(personas)("as %s", async (persona) => {
    const key = await keyOf(table);
    const [{ count } = { count: 0 }] = await db.query<{ count: number }>(
      `select count(*)::int as count from public.${table}`,
    );
    const read = await attempt(persona, `select ${key} from public.${table}`);
    const visible = read.rows?.map((row) => String(row[key])).sort();
    const expected = own?.[persona]?.toSorted();
    const select =
      visible === undefined
        ? "-"
        : visible.length === 0
          ? "0"
          : expected && visible.join() === expected.join()
            ? "r"
            : visible.length === count
              ? "R"
              : `saw ${visible.join()}`;

    // Without "returning", which would ask the right to read as well.
    const { code } = await attempt(persona, `insert into public.${table} ${insert}`);
    const inserted = code === undefined || isRule(code);
    const changed = took(
      await attempt(persona, `update public.${table} set ${update} where true returning 1`),
    );
    const deleted = took(
      await attempt(persona, `delete from public.${table} where true returning 1`),
    );
    const letters = [select, inserted ? "I" : "-", changed ? "U" : "-", deleted ? "D" : "-"];
    expect(letters.join("")).toBe(access[persona]);
  });
});

describe.each(Object.entries(functions))("%s()", (_name, { access, call }) => {
  test.each(personas)("as %s", async (persona) => {
    const { code } = await attempt(persona, `select * from public.${call}`);
    const result = code === undefined || code === "PGRST" ? "answered" : code;
    expect(result).toBe(access[persona] === "X" ? "answered" : "42501");
  });
});
