import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, inject, test } from "vitest";
import { type Database, openServer } from "../dev/postgres/database";
import { cloneTemplate } from "../dev/postgres/template-database";
import { callAs } from "./call-as";
import { seasonIds } from "./season";

const ocis = 50;
const emails = 300;
const assignments = 200;
const admin = { role: "authenticated", sub: seasonIds.admin };
const service = { role: "service_role" };

test("assigning students, queueing and recording emails", async () => {
  const database = openServer(await cloneTemplate(inject("template").serverUrl));
  await database.exec(await readFile("bench/writes.sql", "utf8"));
  await database.exec("set track_functions = 'all'");

  const slots = await database.query<{ slot: string; student: string }>(
    "select md5('slot' || n || '/' || k)::uuid as slot, md5('student' || n || '/' || k)::uuid as student from generate_series(1, 50) n, generate_series(1, 12) k order by k, n",
  );
  const assign = ({ slot, student }: { slot: string; student: string }) =>
    callAs(database, admin, `assign_student('${slot}', '${student}')`);
  // Until each connection has its plans, it measures planning.
  for (const one of slots.splice(0, 20)) await assign(one);
  const assigned = await measure(database, async () => {
    for (const one of slots.splice(0, assignments)) await assign(one);
  });
  for (const one of slots) await assign(one);

  const queued = await measure(database, () =>
    callAs(
      database,
      admin,
      "queue_interview_links(gen_random_uuid(), array(select id from schedules), null, true, true)",
    ),
  );
  const recorded = await measure(database, () => deliverAll(database));
  await database.close();

  const row = (act: string, spent: Spent, times: number) =>
    `| ${act} | ${(spent.bodies / times).toFixed(1)} | ${spent.refreshes} | ${(spent.ms / times).toFixed(2)} |\n`;
  writeFileSync(
    1,
    `\n| ${ocis} OCIs | trigger bodies each | refreshes of an OCI's row, together | ms each |\n|---|---|---|---|\n` +
      row(`assign_student, ${assignments} times`, assigned, assignments) +
      row(`queue_interview_links, ${emails} emails at once`, queued, emails) +
      row(`claim_emails and record_email_results, ${emails} emails one by one`, recorded, emails),
  );
  expect(assigned.bodies / assignments).toBeLessThanOrEqual(6);
  expect(assigned.refreshes).toBe(assignments);
  expect(queued.refreshes).toBe(ocis);
  expect(recorded.refreshes).toBe(0);
});

interface Spent {
  /** Calls of trigger functions. */
  bodies: number;
  /** Rows of oci_list written. */
  refreshes: number;
  ms: number;
}

/** What all connections of this database did meanwhile, by its own count; ms as the caller waits. */
async function measure(database: Database, act: () => Promise<unknown>): Promise<Spent> {
  await count(database);
  await database.query("select pg_stat_reset()");
  const start = performance.now();
  await act();
  const ms = performance.now() - start;
  return { ...(await count(database)), ms };
}

async function count(database: Database) {
  await database.query("select pg_stat_force_next_flush()");
  const [spent] = await database.query<Pick<Spent, "bodies" | "refreshes">>(
    `select coalesce((select sum(f.calls) from pg_stat_user_functions f join pg_proc p on p.oid = f.funcid
         where p.prorettype = 'trigger'::regtype), 0)::int as bodies,
       (select n_tup_upd from pg_stat_user_tables where relname = 'oci_list')::int as refreshes`,
  );
  return spent ?? { bodies: 0, refreshes: 0 };
}

async function deliverAll(database: Database): Promise<void> {
  for (;;) {
    const claim = await callAs<{ email_id: string; lease_id: string }>(
      database,
      service,
      "claim_emails(1)",
    );
    const [email] = claim;
    if (!email) return;
    await callAs(
      database,
      service,
      `record_email_results(jsonb_build_array(jsonb_build_object('email_id', '${email.email_id}', 'lease_id', '${email.lease_id}', 'result', 'sent', 'detail', '250 OK', 'body', 0, 'ics', 'ics')), jsonb_build_array(jsonb_build_object('html', repeat('x', 8000), 'body_text', 'text')))`,
    );
  }
}
