import { writeFileSync } from "node:fs";
import { expect, inject, test, vi } from "vitest";
import { openServer } from "../dev/postgres/database";
import { cloneTemplate } from "../dev/postgres/template-database";
import { type ListRequest, listRequests } from "./lists";
import { loadSeason, seasonIds } from "./season";
import { speakAs } from "./staff-client";
import { openWatchedApi, type WatchedApi } from "./watched-api";

vi.hoisted(() => vi.stubEnv("VITE_SUPABASE_URL", "http://localhost"));
vi.mock("../src/lib/supabase/staff-client", () => import("./staff-client"));

const rounds = 7;
const allowed = 100;
const ocis = Number(process.env.BENCH_OCIS ?? 10_000);

const dropPolicies = `
  do $$
  declare
    v_table regclass;
  begin
    for v_table in select oid from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace loop
      execute format('alter table %s disable row level security', v_table);
    end loop;
  end
  $$`;

async function openSeason(size: number, prepare = ""): Promise<WatchedApi> {
  const url = await cloneTemplate(inject("template").serverUrl);
  const database = openServer(url);
  await loadSeason(database, size);
  await database.exec(prepare);
  await database.close();
  return openWatchedApi(url, "requests");
}

/** What the database spends on a request: the median of some rounds, in ms. */
async function databaseTime(api: WatchedApi, { ask }: ListRequest): Promise<number> {
  speakAs(await api.as({ role: "authenticated", sub: seasonIds.admin }));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    api.takeStatements();
    await ask();
    times.push(api.takeStatements().reduce((sum, { ms }) => sum + ms, 0));
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

test(`every list of ${ocis} OCIs within ${allowed} ms of database time`, async () => {
  const full = await openSeason(ocis);
  const small = await openSeason(Math.ceil(ocis / 100));
  const open = await openSeason(ocis, dropPolicies);
  const lines: string[] = [];
  const slow: string[] = [];
  for (const request of listRequests) {
    const ms = await databaseTime(full, request);
    const against = async (other: WatchedApi) =>
      (ms / (await databaseTime(other, request))).toFixed(1);
    const ratios = [await against(small), await against(open)].map((ratio) => `× ${ratio}`);
    lines.push(`| ${[request.name, ms.toFixed(1), ...ratios].join(" | ")} |\n`);
    if (ms > allowed) slow.push(`${request.name}: ${ms.toFixed(1)} ms`);
  }
  await Promise.all([full, small, open].map((api) => api.close()));
  const head =
    "| request | ms | against 1/100 of the rows | against no policies |\n|---|---|---|---|\n";
  writeFileSync(1, `\n${head}${lines.join("")}\n`);
  expect(slow).toEqual([]);
});
