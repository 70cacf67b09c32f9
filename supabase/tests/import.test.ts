import { expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, one, query, refused } = withFixture();

type Outcome = {
  n: number;
  outcome: "create" | "update" | "unchanged" | "error";
  problem: { code: string; params: object } | null;
};
type Row = Record<string, string | undefined>;

const call = (name: string, kind: string, rows: Row[], more = "") =>
  `select ${name}('${kind}', '${JSON.stringify(rows).replaceAll("'", "''")}' ${more})`;
const check = (kind: string, rows: Row[]) => one<Outcome[]>(call("check_import", kind, rows));
const load = (kind: string, rows: Row[], skipBad = false) =>
  one<Outcome[]>(call("import_rows", kind, rows, `, ${skipBad}`));

const outcomes = (answer: Outcome[]) => answer.map(({ outcome }) => outcome);
const problems = (answer: Outcome[]) => answer.map(({ problem }) => problem);
const problem = (code: string, params = {}) => ({ code, params });
const students = () => one<number>("select count(*)::int from students");

const student = (n: number): Row => ({
  full_name: `Student ${n}`,
  email: `student.${n}@school.example`,
  program: "JD",
  class_year: "2028",
});

test("each student's row is new, changed, unchanged, or bad for a reason", async () => {
  await as("admin");
  const answer = await check("students", [
    { full_name: "Nia New", email: "nia@school.example" },
    { full_name: "Stu A", email: "STU@school.example", program: "JD" },
    { full_name: "Sue B", email: "sue@school.example" },
    { full_name: "", email: "x@school.example" },
    { full_name: "X", email: "not an address" },
    { full_name: "X", email: "y@school.example", class_year: "soon" },
    { full_name: "Nia Again", email: "Nia@school.example" },
  ]);
  expect(outcomes(answer)).toEqual([
    "create",
    "update",
    "unchanged",
    "error",
    "error",
    "error",
    "error",
  ]);
  expect(problems(answer).slice(3)).toEqual([
    problem("name_missing"),
    problem("email_malformed", { email: "not an address" }),
    problem("class_year_malformed", { class_year: "soon" }),
    problem("email_repeated", { row: 1 }),
  ]);
});

test("employers are known by name and interviewers by employer and email address", async () => {
  await as("admin");
  const employers = [{ name: "employer a" }, { name: "New", website: "https://new.example" }];
  expect(outcomes(await load("employers", employers))).toEqual(["unchanged", "create"]);
  const people = [
    { employer: "New", full_name: "Ann A", email: "ann@a.example", is_recruiter: "yes" },
    { employer: "Employer A", full_name: "Ann A", email: "ann@a.example" },
    { employer: "Nobody", full_name: "X", email: "x@a.example" },
    { employer: "New", full_name: "X", email: "x@a.example", is_recruiter: "maybe" },
  ];
  const answer = await load("interviewers", people, true);
  expect(outcomes(answer)).toEqual(["create", "unchanged", "error", "error"]);
  expect(problems(answer).slice(2)).toEqual([
    problem("employer_unknown", { employer: "Nobody" }),
    problem("recruiter_malformed"),
  ]);
});

test("an empty cell leaves what is there as it is", async () => {
  await as("admin");
  await load("students", [{ full_name: "Stu A", email: "stu@school.example", program: "JD" }]);
  const again = [{ full_name: "Stu A", email: "stu@school.example", program: "", class_year: "" }];
  expect(outcomes(await load("students", again))).toEqual(["unchanged"]);
  expect(await one(`select program from students where id = '${ids.studentA}'`)).toBe("JD");
});

test("assignments find the slot by employer, date and time, and never double-book", async () => {
  await as("admin");
  await query(`update schedules set canceled_at = now() where id = '${ids.draftA}'`);
  const at = (time: string, email: string, employer = "Employer A") => ({
    employer,
    date: "2026-03-03",
    time,
    email,
  });
  const rows = [
    at("9:00", "stu@school.example"),
    at("09:30", "sue@school.example"),
    at("09:00", "stu@school.example", "Employer B"),
    at("10:15", "stu@school.example"),
    at("09:30", "nobody@school.example"),
  ];
  const answer = await load("assignments", rows, true);
  expect(outcomes(answer)).toEqual(["unchanged", "create", "error", "error", "error"]);
  expect(problems(answer).slice(2)).toEqual([
    problem("slot_of_another_student"),
    problem("no_slot_then"),
    problem("student_unknown"),
  ]);
  expect(await one(`select student_id from slots where id = '${ids.slotA2}'`)).toBe(ids.studentB);
  expect(outcomes(await load("assignments", rows, true)).slice(0, 2)).toEqual([
    "unchanged",
    "unchanged",
  ]);
});

test("20,000 rows with 500 errors: reported exactly, imported in time, and again without a change", async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) =>
    n % 40 === 7 ? { ...student(n), email: `broken ${n}` } : student(n),
  );
  const bad = rows.flatMap((_, n) => (n % 40 === 7 ? [n + 1] : []));
  expect(bad).toHaveLength(500);
  const before = await students();
  const badOf = (answer: Outcome[]) =>
    answer.filter(({ outcome }) => outcome === "error").map(({ n }) => n);
  await as("admin");

  const started = performance.now();
  expect(badOf(await check("students", rows))).toEqual(bad);
  const checked = performance.now();
  expect(badOf(await load("students", rows, true))).toEqual(bad);
  const loaded = performance.now();
  expect(checked - started).toBeLessThan(20_000);
  expect(loaded - checked).toBeLessThan(20_000);
  expect(await students()).toBe(before + 19_500);

  const again = await load("students", rows, true);
  expect(new Set(outcomes(again))).toEqual(new Set(["unchanged", "error"]));
  expect(await students()).toBe(before + 19_500);
});

test("all or nothing: one row with an error keeps every other out", async () => {
  const before = await students();
  await as("admin");
  const answer = await load("students", [student(1), { ...student(2), full_name: "" }]);
  expect(outcomes(answer)).toEqual(["create", "error"]);
  expect(await students()).toBe(before);
});

test("an import is one line of activity", async () => {
  await as("admin");
  await load("students", [student(1), student(2)]);
  await as("owner");
  expect(
    await query(
      "select action, detail from activity where action like 'students.%' and actor_id is not null",
    ),
  ).toEqual([{ action: "students.import", detail: { create: 2 } }]);
});

test("viewers neither check nor import, and a list that is too long is refused", async () => {
  await as("viewer");
  expect(await refused(call("check_import", "students", [student(1)]))).toBe("42501");
  expect(await refused(call("import_rows", "students", [student(1)]))).toBe("42501");
  await as("admin");
  expect(
    await refused(
      "select check_import('students', (select jsonb_agg('{}'::jsonb) from generate_series(1, 50001)))",
    ),
  ).toBe("import_too_large");
});
