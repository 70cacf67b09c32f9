import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const supabase = fileURLToPath(new URL("../../supabase", import.meta.url));

export const migrationsDirectory = join(supabase, "migrations");
export const baselineFile = "20261125000000_baseline.sql";

export interface SqlFile {
  name: string;
  script: string;
}

/** Released migrations by name, with the SHA-256 that each must keep. */
export type Lock = Record<string, string>;

export const readSchemas = () => readSql(join(supabase, "schemas"));
export const readMigrations = () => readSql(migrationsDirectory);

export async function readLock(): Promise<Lock> {
  return JSON.parse(await readFile(join(supabase, "migrations.lock.json"), "utf8"));
}

export async function generateBaseline(): Promise<string> {
  const schemas = await readSchemas();
  const parts = schemas.map(({ name, script }) => `-- supabase/schemas/${name}\n\n${script}`);
  return ['-- Generated from supabase/schemas by "npm run baseline".\n', ...parts].join("\n");
}

/** What keeps these migrations from being released: changed or missing ones, an outdated baseline. */
export function findProblems(migrations: SqlFile[], lock: Lock, baseline: string): string[] {
  const scripts = new Map(migrations.map(({ name, script }) => [name, script]));
  const changed = Object.keys(lock).filter((name) => {
    const script = scripts.get(name);
    return script === undefined || digestOf(script) !== lock[name];
  });
  const outdated = !(baselineFile in lock) && scripts.get(baselineFile) !== baseline;
  return [
    ...changed.map((name) => `${name} is released and may not change: add a migration instead`),
    ...(outdated ? [`${baselineFile} is not what the schemas say: npm run baseline`] : []),
  ];
}

export const digestOf = (script: string) => createHash("sha256").update(script).digest("hex");

async function readSql(directory: string): Promise<SqlFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => ({ name, script: await readFile(join(directory, name), "utf8") })),
  );
}
