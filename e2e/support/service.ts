import { readFileSync } from "node:fs";
import { PostgrestClient } from "@supabase/postgrest-js";
import { secrets } from "../../dev/stack/secrets";
import type { Database } from "../../src/lib/supabase/database.types";

type Tables = Database["public"]["Tables"];

/** The database as the edge functions see it: past every policy. */
export function asService(): PostgrestClient<Database> {
  const headers = { apikey: secrets.secretKey, Authorization: `Bearer ${secrets.secretKey}` };
  return new PostgrestClient<Database>(`${process.env.APP_URL}/rest/v1`, { headers });
}

/** Every table there is, as the generated types list them. */
export function tableNames(): (keyof Tables)[] {
  const types = readFileSync("src/lib/supabase/database.types.ts", "utf8");
  const [, tables = ""] = /\n {4}Tables: \{\n(.*?)\n {4}\};\n/s.exec(types) ?? [];
  return [...tables.matchAll(/^ {6}(\w+): \{$/gm)].map(([, name]) => name as keyof Tables);
}

export async function everyRow(table: keyof Tables): Promise<object[]> {
  const page = 1000;
  const rows: object[] = [];
  for (;;) {
    const { data } = await asService()
      .from(table)
      .select()
      .range(rows.length, rows.length + page - 1)
      .throwOnError();
    rows.push(...data);
    if (data.length < page) return rows;
  }
}
