import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { Database } from "../dev/postgres/database";
import { callAs } from "./call-as";
import { seasonIds } from "./season";

const admin = { role: "authenticated", sub: seasonIds.admin };

/** So many OCIs with six interviewers each; the functions take no other ids than real UUIDs. */
export const seasonOf = async (ocis: number) =>
  `create function pg_temp.uuid_of(name text) returns text immutable language sql
     return overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17);` +
  (await readFile("bench/writes.sql", "utf8"))
    .replaceAll("(1, 50)", `(1, ${ocis})`)
    .replaceAll("md5(", "pg_temp.uuid_of(")
    .replace("pg_temp.uuid_of('admin')::uuid, 'Ada", "md5('admin')::uuid, 'Ada")
    .replace("(pg_temp.uuid_of('admin')::uuid, 'admin@", "(md5('admin')::uuid, 'admin@");

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
