import type { PostgrestClient } from "@supabase/postgrest-js";
import type { Database } from "../src/lib/supabase/database.types";

let client: PostgrestClient<Database>;

/** Whom the dashboard's queries are sent as from now on. */
export function speakAs(speaker: PostgrestClient<Database>): void {
  client = speaker;
}

/** Stands in for the browser's client, so that the queries are those of the dashboard itself. */
export const supabase = {
  from: (name: "ocis") => client.from(name),
  rpc: (...call: Parameters<typeof client.rpc>) => client.rpc(...call),
};
