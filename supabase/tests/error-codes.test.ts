import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSchemas } from "../../dev/postgres/migration-files";
import { errorMessages } from "../../src/lib/errors/messages";
import { signInMessages } from "../../src/lib/errors/messages/sign-in";
import { reasons } from "../../src/room/room-api";
import { openDatabase } from "./harness";

const codesIn = (text: string, call: RegExp) => [...text.matchAll(call)].map(([, code]) => code);

const codesInFiles = (folder: string, call: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => codesIn(readFileSync(join(folder, file), "utf8"), call));

async function raisedCodes() {
  const schemas = await readSchemas();
  const call = /private\.(?:refuse|problem|repeat_problem)\('(\w+)'/g;
  return schemas.flatMap(({ script }) => codesIn(script, call));
}

/** Constraints and unique indexes of the tables that people write, but for keys, which share their words. */
async function constraints() {
  const db = await openDatabase();
  const rows = await db.query<{ name: string }>(
    `select k.conname as name from pg_constraint k
     where k.connamespace = 'public'::regnamespace and k.contype in ('c', 'x')
       and (has_any_column_privilege('authenticated', k.conrelid, 'insert, update')
         or k.conrelid = 'public.substitute_proposals'::regclass and cardinality(k.conkey) = 1)
     union select x.indexrelid::regclass::text from pg_index x
     where x.indisunique and not exists (select from pg_constraint k where k.conindid = x.indexrelid)
       and x.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  );
  await db.close();
  // A row of settings is never added.
  return rows
    .map(({ name }) => name.replace(/^public\./, ""))
    .filter((n) => n !== "settings_id_check");
}

test("every code has words, and every worded code is used", async () => {
  const raised = [...(await raisedCodes()), ...(await constraints())];
  const known = [...Object.keys(errorMessages), ...reasons];
  expect(raised.filter((code) => !known.includes(code ?? ""))).toEqual([]);
  const ofPages = codesInFiles("src", /new DomainError\(\s*"(\w+)"/g);
  const ofFunctions = codesInFiles("supabase/functions", /new HttpError\(\d+, "(\w+)"/g);
  const used = [
    ...raised,
    ...ofPages,
    ...ofFunctions,
    ...Object.keys(signInMessages),
    "still_in_use",
  ];
  // Worded beyond the suffixes that share their words.
  const keys = /_(not_null|key)$/;
  expect(
    Object.keys(errorMessages).filter((code) => !used.includes(code) && !keys.test(code)),
  ).toEqual([]);
});
