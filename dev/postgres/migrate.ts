import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "./database";

/**
 * Applies what is missing, each file in one transaction, and returns the names of the applied.
 * Throws when a file that was applied has changed since: the database is not what the code expects.
 */
export async function applyMigrations(database: Database, directory: string): Promise<string[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  const rows = await database.query<{ version: string; digest: string | null }>(
    "select version, statements[1] as digest from supabase_migrations.schema_migrations",
  );
  const digests = new Map(rows.map(({ version, digest }) => [version, digest]));
  const applied: string[] = [];
  for (const file of files) {
    const script = await readFile(join(directory, file), "utf8");
    const known = digests.get(versionOf(file));
    if (known === undefined) {
      await applyFile(database, file, script);
      applied.push(file);
    } else if (known !== digestOf(script)) {
      throw new Error(
        `${file} has changed since this database was made from it. Begin anew: npm run reset`,
      );
    }
  }
  return applied;
}

async function applyFile(database: Database, file: string, script: string): Promise<void> {
  const record = `insert into supabase_migrations.schema_migrations (version, name, statements)
    values ('${versionOf(file)}', '${file.slice(15, -4)}', '{${digestOf(script)}}')`;
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

const digestOf = (script: string) => createHash("sha256").update(script).digest("hex");
const versionOf = (file: string) => file.slice(0, 14);
