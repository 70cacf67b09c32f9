import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { createPgliteConnection, type PgliteConnection } from "@supabase/lite/pglite";
import { createPostgresConnection, type PostgresConnection } from "@supabase/lite/postgres";

/** SQL as the superuser, past every policy. `query` takes one statement, `exec` a whole script. */
export interface Database {
  connection: PgliteConnection | PostgresConnection;
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
  exec(script: string): Promise<void>;
  close(): Promise<void>;
}

export interface EmbeddedDatabase extends Database {
  /** Everything, as an archive that `openEmbedded` begins from. */
  dump(): Promise<Blob>;
}

/** PostgreSQL in this process: in memory, or kept in `dataDir`, or begun from a dump of another. */
export async function openEmbedded(from: {
  dataDir?: string;
  dump?: Blob;
}): Promise<EmbeddedDatabase> {
  const connection = await createPgliteConnection({
    ...(from.dataDir && { url: from.dataDir }),
    pgliteOptions: {
      extensions: { btree_gist, pg_trgm },
      ...(from.dump && { loadDataDir: from.dump }),
    },
  });
  keepGrants(connection);
  return {
    connection,
    query: async <T>(sql: string, parameters?: unknown[]) =>
      (await connection.driver.query<T>(sql, parameters)).rows,
    exec: async (script) => void (await connection.driver.exec(script)),
    close: () => connection.close(),
    dump: () => connection.driver.dumpDataDir("none"),
  };
}

/** A PostgreSQL server; through one connection, a transaction begun by `exec` is the next query's. */
export function openServer(
  url: string,
  connections = 1,
  onnotice: (notice: { message?: string }) => void = () => {},
): Database {
  const postgresOptions = { max: connections, onnotice };
  const connection = createPostgresConnection({ url, postgresOptions });
  keepGrants(connection);
  keepJson(connection);
  const { driver } = connection;
  return {
    connection,
    query: async <T>(sql: string, parameters: unknown[] = []) =>
      (await driver.unsafe(sql, parameters as never[])) as unknown as T[],
    exec: async (script) => void (await driver.unsafe(script)),
    // A request whose client was killed may never give its connection back.
    close: () => driver.end({ timeout: 5 }),
  };
}

// @supabase/lite hands over JSON that is text already: written once more, it would be one long string.
function keepJson({ driver }: PostgresConnection): void {
  const write = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  for (const type of [114, 3802]) driver.options.serializers[type] = write;
}

// On its first request @supabase/lite grants every table to every role, unless it believes it has:
// the grants that count are the migrations'.
function keepGrants(connection: object): void {
  Object.assign(connection, { rlsState: "active" });
}
