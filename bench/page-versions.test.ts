import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { openServer } from "../dev/postgres/database";
import { cloneTemplate } from "../dev/postgres/template-database";
import { callAs } from "./call-as";
import { layRooms } from "./rooms";
import { loadSeason, seasonIds } from "./season";

const minute = 60_000;
/** How often an open page asks on the day, and how many of them are open. */
const checkMs = 3000;
const pages = 300;
/** A tenth of the minute that one core has. */
const allowed = 6_000;

const ocis = Number(process.env.BENCH_OCIS ?? 10_000);

test("the database work of 300 open pages that ask for their version, a minute", async () => {
  const database = openServer(await cloneTemplate(inject("template").serverUrl));
  await loadSeason(database, ocis);
  const guests = await layRooms(database, pages / 3);
  await database.exec(`set bench.now = '${seasonIds.today} 12:00Z'`);
  // As on a day on which every page has changed.
  await database.exec(
    "insert into private.page_versions (link_id, version) select id, 1 from access_links",
  );
  await database.exec("vacuum analyze");
  const [backend] = await database.query<{ pid: number }>("select pg_backend_pid() as pid");
  await database.exec("set track_functions = 'all'");
  const before = processorTime(backend?.pid);
  for (let at = 0; at < minute; at += checkMs) {
    for (const { claims } of guests) await callAs(database, claims, "experience_version()");
  }
  const counted = processorTime(backend?.pid) - before;
  await database.query("select pg_stat_force_next_flush()");
  const [spent] = await database.query<{ calls: number; ms: number }>(
    "select calls::int, total_time as ms from pg_stat_user_functions where schemaname = 'private' and funcname = 'experience_version'",
  );
  await database.close();
  const { calls, ms } = spent ?? { calls: 0, ms: 0 };
  const processor = counted || ms;
  writeFileSync(
    1,
    `\n| ${pages} open pages, a minute | calls | ms each | ms together | processor, what is around the calls included |\n|---|---|---|---|---|\n` +
      `| experience_version | ${calls} | ${(ms / calls).toFixed(3)} | ${ms.toFixed(0)} | ${processor} ms: ${((processor / minute) * 100).toFixed(1)} % of one core |\n`,
  );
  expect(calls).toBe(pages * (minute / checkMs));
  expect(processor).toBeLessThan(allowed);
});

/** What a process has taken of the processor so far, in ms; NaN where the machine does not tell, as only Linux does. */
function processorTime(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const [, rest = ""] = readFileSync(file, "utf8").split(") ");
  const [user = 0, system = 0] = rest.split(" ").slice(11, 13).map(Number);
  return (user + system) * 10;
}
