import type { Database } from "../dev/postgres/database";

/** Calls a function of the API in a transaction of its own, as the REST API would for a token of these claims. */
export async function callAs<T>(
  database: Database,
  claims: { role: string } & Record<string, unknown>,
  call: string,
): Promise<T[]> {
  await database.exec(`begin;
    set local role ${claims.role};
    select set_config('request.jwt.claims', '${JSON.stringify(claims)}', true)`);
  const rows = await database.query<T>(`select * from public.${call}`);
  await database.exec("commit");
  return rows;
}
