import { migrate } from "../stack/backend";
import { type Database, openServer } from "./database";
import { startServer } from "./postgres-server";
import { createTemplate } from "./template-database";

export interface MigratedServer {
  serverUrl: string;
  /** A database of that server with this project's migrations. */
  url: string;
  database: Database;
}

/** Lends a PostgreSQL server with a migrated database, and puts it away afterwards. */
export async function withMigratedServer(
  work: (server: MigratedServer) => void | Promise<void>,
): Promise<void> {
  const server = await startServer();
  try {
    const url = await createTemplate(server.url);
    const database = openServer(url);
    await migrate(database);
    await work({ serverUrl: server.url, url, database });
    await database.close();
  } finally {
    server.stop();
  }
}
