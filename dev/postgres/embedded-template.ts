import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "../stack/backend";
import { openEmbedded } from "./database";

const cache = "node_modules/.cache/campus-interviews";
const migrations = "supabase/migrations";

/** A file to open PGlite from, migrated and empty: made again only when what it is made from has changed. */
export async function embeddedTemplate(): Promise<string> {
  const hash = await hashOf(await sources());
  const path = join(cache, `${hash}.tar`);
  await mkdir(cache, { recursive: true });
  if (!existsSync(path)) await make(path);
  const outdated = (await readdir(cache)).filter((name) => !name.startsWith(hash));
  await Promise.all(outdated.map((name) => rm(join(cache, name), { force: true })));
  return path;
}

/** Appears complete: another process may be looking for it. */
async function make(path: string): Promise<void> {
  const database = await openEmbedded({});
  await migrate(database);
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, (await database.dump()).stream());
  await rename(unfinished, path);
  await database.close();
}

/** The migrations, what comes before them, and the versions of PGlite and of Supabase's own schemas. */
async function sources(): Promise<string[]> {
  const files = (await readdir(migrations)).sort().map((name) => join(migrations, name));
  return [...files, "dev/postgres/supabase-platform.sql", "package-lock.json"];
}

async function hashOf(files: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}
