import { migrate } from "../stack/backend";
import { type Database, openServer } from "./database";
import { replaceDatabase } from "./template-database";

export interface MigratedDatabase {
  url: string;
  database: Database;
}

/** Lends a database of this server with this project's migrations. */
export async function withMigratedDatabase(
  serverUrl: string,
  work: (migrated: MigratedDatabase) => Promise<void>,
): Promise<void> {
  const url = await replaceDatabase(serverUrl, "campus_interviews_checks");
  const database = openServer(url);
  await migrate(database);
  await work({ url, database });
  await database.close();
}
