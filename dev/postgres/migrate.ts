import type { Database } from "./database";
import { digestOf, readMigrations } from "./migration-files";

/**
 * Applies what is missing, each file in one transaction, and returns the names of the applied.
 * Throws when a file that was applied has changed since: the database is not what the code expects.
 */
export async function applyMigrations(database: Database): Promise<string[]> {
  const rows = await database.query<{ version: string; digest: string | null }>(
    "select version, statements[1] as digest from supabase_migrations.schema_migrations",
  );
  const digests = new Map(rows.map(({ version, digest }) => [version, digest]));
  const applied: string[] = [];
  for (const { name: file, script } of await readMigrations()) {
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

const versionOf = (file: string) => file.slice(0, 14);
