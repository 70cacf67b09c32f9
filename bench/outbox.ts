import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { Database } from "../dev/postgres/database";
import { callAs } from "./call-as";
import { seasonIds } from "./season";

const admin = { role: "authenticated", sub: seasonIds.admin };

// Each part ends with statistics: without them the next would look at every row for each of its own.
const part = 100;

/** So many OCIs with six interviewers each; the functions take no other ids than real UUIDs. */
export async function seedSeason(database: Database, ocis: number): Promise<void> {
  const script = await readFile("bench/writes.sql", "utf8");
  const office = /insert into (?:auth\.users|staff|settings) [^;]*;\n/g;
  await database.exec((script.match(office) ?? []).join(""));
  const uuids = `create or replace function pg_temp.uuid_of(name text) returns text immutable language sql
    return overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17);`;
  const rest = script.replace(office, "").replaceAll("md5(", "pg_temp.uuid_of(");
  for (let first = 1; first <= ocis; first += part) {
    const span = `(${first}, ${Math.min(first + part - 1, ocis)})`;
    await database.exec(uuids + rest.replaceAll("(1, 50)", span));
  }
}

/** An email to each of its interviewers. */
export const queueAll = (database: Database) =>
  callAs(
    database,
    admin,
    "queue_interview_links(gen_random_uuid(), array(select id from schedules), null, false, true)",
  );

/** The mail server that takes everything at once, in a process of its own. */
export async function startSink() {
  const sink = fork("bench/smtp-sink.ts", { execArgv: ["--import", "tsx"] });
  const [{ port }] = (await once(sink, "message")) as [{ port: number }];
  async function ask(what: "messages" | "ids"): Promise<string[]> {
    const answer = once(sink, "message");
    sink.send(what);
    const [{ taken }] = (await answer) as [{ taken: string[] }];
    return taken;
  }
  return {
    port,
    /** What it has taken since it was last asked. */
    messages: () => ask("messages"),
    /** The same, of each the id of its emails row. */
    ids: () => ask("ids"),
    stop: () => sink.disconnect(),
  };
}

export type Sink = Awaited<ReturnType<typeof startSink>>;
