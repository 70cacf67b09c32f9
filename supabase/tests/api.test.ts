import { afterAll, beforeAll, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { claims, fixture } from "./fixture";
import { openDatabase, type Session } from "./harness";

let db: Session;

beforeAll(async () => {
  db = await openDatabase();
  await db.exec(fixture);
});
afterAll(() => db.close());

test("an Interview Link's token reads that interviewer's schedules through the API, and no others", async () => {
  const api = await db.as(claims.interviewerA);
  const { data } = await api.from("interviewers").select("id");
  expect(data?.map((row) => row.id)).toContain(ids.interviewerA);
  expect(data?.map((row) => row.id)).not.toContain(ids.interviewerB);
});

test("nobody in particular is refused by the API", async () => {
  const { error } = await (await db.as()).from("interviewers").select("id");
  expect(error?.code).toBe("42501");
});

test("a token signed with another secret is refused", async () => {
  const api = await db.as();
  const { error, status } = await api
    .from("interviewers")
    .select("id")
    .setHeader("Authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.x");
  expect([status, error?.code]).toEqual([401, "PGRST301"]);
});
