import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError, toDomainError } from "../../src/lib/errors/domain-error";
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

test("a refusal arrives as 409 with its code and params, and nothing is written", async () => {
  const api = await db.as(claims.admin);
  const { error, status } = await api.rpc("assign_student", {
    p_slot_id: ids.slotB1,
    p_student_id: ids.studentA,
  });
  expect([status, error?.code, error?.message]).toEqual([409, "slot_taken", "slot_taken"]);
  expect(toDomainError(error)).toEqual(new DomainError("slot_taken", { student: "Sue B" }));
  const { data } = await api.from("slots").select("student_id").eq("id", ids.slotB1).single();
  expect(data?.student_id).toBe(ids.studentB);
});

test("a violated constraint arrives by its name", async () => {
  const api = await db.as(claims.admin);
  const codeOf = async (request: PromiseLike<{ error: unknown }>) =>
    (toDomainError((await request).error) as DomainError).code;
  const students = api.from("students");
  const student = { full_name: "Nia", email: "nia@school.example" };
  expect(await codeOf(students.insert({ ...student, email: "nobody" }))).toBe(
    "students_email_check",
  );
  expect(await codeOf(students.insert({ ...student, email: "STU@school.example" }))).toBe(
    "students_email_key",
  );
  expect(await codeOf(students.insert({ email: student.email }))).toBe(
    "students_full_name_not_null",
  );
  expect(await codeOf(students.delete().eq("id", ids.studentA))).toBe("still_in_use");
  const applicant = { job_posting_id: ids.postingA, student_id: crypto.randomUUID() };
  expect(await codeOf(api.from("applications").insert(applicant))).toBe(
    "applications_student_id_fkey",
  );
});
