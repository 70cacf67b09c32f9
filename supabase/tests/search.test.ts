import { afterAll, beforeAll, expect, test } from "vitest";
import { claims, fixture } from "./fixture";
import { openDatabase, type Session } from "./harness";

let db: Session;

beforeAll(async () => {
  db = await openDatabase();
  await db.exec(fixture);
  await db.exec(`
    insert into public.students (full_name, email)
    select 'Abel Quill ' || n, 'abel' || n || '@zoe.example' from generate_series(1, 30) n;
    insert into public.students (full_name, email) values
      ('Mary Zoe', 'mary@other.example'), ('Zoe Adams', 'adams@other.example'), ('zoe', 'z@other.example');
    insert into public.students (full_name, email, archived_at) values ('Zoe', 'gone@other.example', now());
    insert into public.employers (name) select 'A Company of Zoe ' || n from generate_series(1, 30) n;
    insert into public.employers (name) values ('Zoe'), ('Zoe & Sons');
  `);
});
afterAll(() => db.close());

async function firstMatches(
  list: "match_students" | "match_employers",
  name: string,
  text: string,
) {
  const api = await db.as(claims.admin);
  const { data, count } = await api
    .rpc(list, { p_text: text }, { count: "exact" })
    .order("match_rank")
    .order(name)
    .limit(4)
    .throwOnError();
  const names = (data as unknown as Record<string, string>[]).map((row) => row[name]);
  return { names, count };
}

test("whoever's name was typed comes before all whose email address holds it", async () => {
  expect(await firstMatches("match_students", "full_name", " Zoe ")).toEqual({
    names: ["zoe", "Zoe Adams", "Mary Zoe", "Abel Quill 1"],
    count: 33,
  });
});

test("an employer of this name comes before those that hold it", async () => {
  expect(await firstMatches("match_employers", "name", "zoe")).toEqual({
    names: ["Zoe", "Zoe & Sons", "A Company of Zoe 1", "A Company of Zoe 10"],
    count: 32,
  });
});
