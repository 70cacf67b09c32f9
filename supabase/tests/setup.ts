import type { TestProject } from "vitest/node";
import { openServer } from "../../dev/postgres/database";
import { embeddedTemplate } from "../../dev/postgres/embedded-template";
import { findServer, type Server } from "../../dev/postgres/postgres-server";
import { dropClones, replaceDatabase } from "../../dev/postgres/template-database";
import { migrate } from "../../dev/stack/backend";

declare module "vitest" {
  export interface ProvidedContext {
    /** What test files copy: a dump of the embedded database, or a database on a server. */
    template: { dump: string; serverUrl: string };
  }
}

/** Migrates once: on a PostgreSQL server where there is one, else in PGlite, as project "pglite" always does. */
export default async function setup(project: TestProject) {
  const server = project.name === "pglite" ? undefined : await findServer();
  if (server) return setUpServer(project, server);
  project.provide("template", { dump: await embeddedTemplate(), serverUrl: "" });
}

async function setUpServer(project: TestProject, server: Server): Promise<() => Promise<void>> {
  const database = openServer(await replaceDatabase(server.url));
  await migrate(database);
  await database.close();
  project.provide("template", { dump: "", serverUrl: server.url });
  return async () => {
    await dropClones(server.url);
    server.stop();
  };
}
