import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Database } from "../dev/postgres/database";

const script = fileURLToPath(new URL("season.sql", import.meta.url));

/** Fills a migrated database with a season of so many OCIs, as autovacuum would leave it. */
export async function loadSeason(database: Database, ocis: number): Promise<void> {
  await database.exec(`set bench.ocis = '${ocis}'`);
  await database.exec(await readFile(script, "utf8"));
  await database.exec("vacuum analyze");
}

const idOf = (name: string) =>
  createHash("md5")
    .update(name)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** Some of what a season holds, whatever its size. */
export const seasonIds = {
  admin: idOf("admin"),
  batch: idOf("batch50"),
  employer: idOf("employer50"),
  oci: idOf("oci50"),
  schedule: idOf("schedule50"),
  student: idOf("student50"),
  today: new Date().toISOString().slice(0, 10),
};
