import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Database } from "../postgres/database";
import { denoEnvironment, denoPath, functionsConfig } from "../stack/deno";

/** Writes the emails that the demo season says were sent, as the functions would have. */
export async function writeDemoEmails(database: Database, appUrl: string): Promise<void> {
  const rows = await database.query<{ payload: unknown }>(
    `select p.payload from private.email_payloads(array(
       select id from emails where body_id is null and status <> 'queued')) p`,
  );
  const written = await writeInDeno(
    rows.map(({ payload }) => payload),
    appUrl,
  );
  await database.query(
    `with written as (
       select *, md5(html || body_text)::uuid as body_id
       from jsonb_to_recordset($1) as w (email_id uuid, subject text, html text, body_text text, ics text)
     ), body as (
       insert into email_bodies (id, html, body_text) select distinct body_id, html, body_text from written
       returning id
     )
     update emails e set subject = w.subject, body_id = w.body_id, ics = w.ics
     from written w where e.id = w.email_id and w.body_id in (select id from body)`,
    [written],
  );
}

async function writeInDeno(payloads: unknown[], appUrl: string): Promise<string> {
  const options = ["--quiet", "--no-check", "--config", functionsConfig, "--allow-all"];
  const child = spawn(denoPath, ["run", ...options, "dev/demo/email-writer.ts"], {
    env: { ...process.env, ...denoEnvironment, APP_URL: appUrl, NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(payloads));
  return text(child.stdout);
}
