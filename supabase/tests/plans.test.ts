import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { type ListRequest, listRequests } from "../../bench/lists";
import { loadSeason, seasonIds } from "../../bench/season";
import { speakAs } from "../../bench/staff-client";
import { openWatchedApi, type PlanNode, type WatchedApi } from "../../bench/watched-api";
import { openServer } from "../../dev/postgres/database";
import { cloneTemplate } from "../../dev/postgres/template-database";

vi.hoisted(() => vi.stubEnv("VITE_SUPABASE_URL", "http://localhost"));
vi.mock("../../src/lib/supabase/staff-client", () => import("../../bench/staff-client"));

const { serverUrl } = inject("template");

/** Enough that the planner decides as it would for 10,000 OCIs. */
const ocis = 5000;

const large = [
  "activity",
  "applications",
  "email_schedules",
  "emails",
  "interviewers",
  "oci_list",
  "ocis",
  "schedule_interviewers",
  "schedules",
  "slots",
  "students",
];

const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

// PGlite neither tells its plans nor ever holds as much.
describe.skipIf(!serverUrl)("a season of thousands of OCIs", () => {
  let url: string;
  let api: WatchedApi;

  beforeAll(async () => {
    url = await cloneTemplate(serverUrl);
    const database = openServer(url);
    await loadSeason(database, ocis);
    await database.close();
    api = await openWatchedApi(url, "functions");
    speakAs(await api.as({ role: "authenticated", sub: seasonIds.admin }));
  });
  afterAll(() => api.close());

  /** The large tables that a request reads from beginning to end. */
  async function scannedBy(request: ListRequest): Promise<string[]> {
    api.takeStatements();
    await request.ask();
    const statements = api.takeStatements();
    expect(statements).not.toEqual([]);
    const scanned = statements
      .flatMap(({ plan }) => nodesOf(plan))
      .flatMap((node) => (node["Node Type"] === "Seq Scan" ? (node["Relation Name"] ?? []) : []));
    return large.filter((table) => scanned.includes(table));
  }

  test.for(listRequests)("is listed along an index: $name", async (request) => {
    expect(await scannedBy(request)).toEqual(request.readsAll ? [request.readsAll] : []);
  });

  test("an index that is missing shows", async () => {
    const search = listRequests.find(({ name }) => name === "students q=student+2711");
    if (!search) throw new Error("There is no such request.");
    const database = openServer(url);
    await database.exec("drop index students_search_idx");
    await database.close();
    expect(await scannedBy(search)).toEqual(["students"]);
  });
});
