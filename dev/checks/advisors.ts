import type { Database } from "../postgres/database";
import type { MigratedDatabase } from "../postgres/migrated-database";
import { supabase } from "../postgres/supabase-cli";

interface Finding {
  level: "INFO" | "WARN" | "ERROR";
  detail: string;
  cacheKey: string;
}

/** Findings that stay, by cache key, each with its reason. */
const accepted: Record<string, string> = {};

/** The mistakes that the advisors must find, or their silence says nothing. */
const canary = `
  create table public.canary (id int);
  create view public.canary_users as select * from auth.users;
  create function public.canary_loose() returns int language sql as 'select 1';
  grant select on public.canary, public.canary_users to anon, authenticated;
`;

export async function checkAdvisors({ url, database }: MigratedDatabase): Promise<void> {
  await exposeApi(database);
  const findings = (await advise(url)).filter((finding) => !(finding.cacheKey in accepted));
  const found = findings.map(({ level, cacheKey, detail }) => `${level} ${cacheKey}: ${detail}`);
  if (found.length > 0) throw new Error(found.join("\n"));
}

export async function checkCanary({ url, database }: MigratedDatabase): Promise<void> {
  await exposeApi(database);
  await database.exec(canary);
  const found = new Set((await advise(url)).map((finding) => finding.level));
  if (!found.has("ERROR") || !found.has("WARN")) throw new Error("the advisors see nothing");
}

// Without it the advisors take no schema for exposed, and find nothing wrong with any.
async function exposeApi(database: Database): Promise<void> {
  const [row] = await database.query<{ name: string }>("select current_database() as name");
  await database.exec(`alter database ${row?.name} set pgrst.db_schemas = 'public'`);
}

async function advise(url: string): Promise<Finding[]> {
  const check = ["db", "advisors", `--remote=${url}`, "--level=warn", "--output-format=json"];
  return JSON.parse(await supabase(check)).results;
}
