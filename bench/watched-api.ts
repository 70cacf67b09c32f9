import { PostgrestClient } from "@supabase/postgrest-js";
import { SignJWT } from "jose";
import { openServer } from "../dev/postgres/database";
import { createApi } from "../dev/stack/backend";
import { secrets } from "../dev/stack/secrets";
import type { Database } from "../src/lib/supabase/database.types";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: PlanNode[];
}

/** A statement that the database ran; its time includes what ran within functions. */
export interface Statement {
  ms: number;
  plan: PlanNode;
}

export interface WatchedApi {
  /** Asks as whoever holds a token with these claims. */
  as(claims: { role: string; sub?: string }): Promise<PostgrestClient<Database>>;
  /** What the database has run since this was last asked. */
  takeStatements(): Statement[];
  close(): Promise<void>;
}

/** The API in front of a database that reports the plan and the time of every request's statements, or of what runs within functions too. */
export async function openWatchedApi(
  url: string,
  depth: "requests" | "functions",
): Promise<WatchedApi> {
  await watch(url, depth);
  let statements: Statement[] = [];
  const database = openServer(url, 1, ({ message = "" }) => {
    const match = /^duration: ([\d.]+) ms {2}plan:\n(.*)$/s.exec(message);
    if (!match?.[1] || !match[2]) return;
    statements.push({ ms: Number(match[1]), plan: JSON.parse(match[2]).Plan });
  });
  const api = createApi(database);
  const fetch = (input: RequestInfo | URL, init?: RequestInit) =>
    api.fetch(new Request(input, init));
  return {
    async as(claims) {
      const token = await new SignJWT({ aud: "authenticated", ...claims })
        .setProtectedHeader({ alg: "HS256" })
        .setExpirationTime("1h")
        .sign(new TextEncoder().encode(secrets.jwtSecret));
      const headers = { apikey: secrets.publishableKey, Authorization: `Bearer ${token}` };
      return new PostgrestClient<Database>("http://localhost/rest/v1", { headers, fetch });
    },
    takeStatements() {
      const taken = statements;
      statements = [];
      return taken;
    },
    close: () => database.close(),
  };
}

/** For the connections that are made from now on. */
async function watch(url: string, depth: string): Promise<void> {
  const database = openServer(url);
  const name = new URL(url).pathname.slice(1);
  await database.exec(`
    alter database ${name} set session_preload_libraries = 'auto_explain';
    alter database ${name} set auto_explain.log_min_duration = 0;
    alter database ${name} set auto_explain.log_nested_statements = ${depth === "functions"};
    alter database ${name} set auto_explain.log_level = 'notice';
    alter database ${name} set auto_explain.log_format = 'json';
  `);
  await database.close();
}
