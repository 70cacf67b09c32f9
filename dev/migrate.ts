import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "./database";

/** Applies what is missing, each file in one transaction, and returns the names of the applied. */
export async function applyMigrations(database: Database, directory: string): Promise<string[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  const rows = await database.query<{ version: string }>(
    "select version from supabase_migrations.schema_migrations",
  );
  const applied = new Set(rows.map((row) => row.version));
  const missing = files.filter((file) => !applied.has(versionOf(file)));
  for (const file of missing) await applyFile(database, join(directory, file), file);
  return missing;
}

async function applyFile(database: Database, path: string, file: string): Promise<void> {
  const script = await readFile(path, "utf8");
  const record = `insert into supabase_migrations.schema_migrations (version, name)
    values ('${versionOf(file)}', '${file.slice(15, -4)}')`;
  await runScript(database, file, `${script}\n;\n${record}`);
}

export async function runScript(database: Database, name: string, script: string): Promise<void> {
  try {
    await database.exec(`begin;\n${script};\ncommit;`);
  } catch (error) {
    await database.exec("rollback");
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
}

const versionOf = (file: string) => file.slice(0, 14);
