import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openEmbedded, openServer } from "../../dev/postgres/database";
import { createTemplate, dropClones } from "../../dev/postgres/template-database";
import { migrate } from "../../dev/stack/backend";

declare module "vitest" {
  export interface ProvidedContext {
    /** What test files copy: a dump of the embedded database, or a database on a server. */
    template: { dump: string; serverUrl: string };
  }
}

/** Migrates once: on the server at TEST_DATABASE_URL, else in PGlite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env.TEST_DATABASE_URL ?? "";
  return serverUrl ? setUpServer(project, serverUrl) : setUpEmbedded(project);
}

async function setUpEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "campus-interviews-"));
  const dump = join(directory, "template.tar");
  const database = await openEmbedded({});
  await migrate(database);
  await writeFile(dump, (await database.dump()).stream());
  await database.close();
  project.provide("template", { dump, serverUrl: "" });
  return () => rm(directory, { recursive: true });
}

async function setUpServer(project: TestProject, serverUrl: string): Promise<() => Promise<void>> {
  const database = openServer(await createTemplate(serverUrl));
  await migrate(database);
  await database.close();
  project.provide("template", { dump: "", serverUrl });
  return () => dropClones(serverUrl);
}
