import { beforeEach, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, one, query, refused } = withFixture();

const add = (name: string, shares = false, email = "ANN@a.example") =>
  `insert into interviewers (employer_id, full_name, email, shares_email)
   values ('${ids.employerA}', '${name}', '${email}', ${shares}) returning id`;
const rowsOf = (...people: [name: string, title: string, email?: string][]) =>
  JSON.stringify(
    people.map(([full_name, title, email = "ann@a.example"]) => ({
      employer: "Employer A",
      full_name,
      email,
      title,
    })),
  );
const load = (rows: string) =>
  one<{ outcome: string; problem: { code: string } | null }[]>(
    `select import_rows('interviewers', '${rows}', true)`,
  );

beforeEach(() => as("admin"));

test("an address is shared by those of whom it was said, and by nobody twice", async () => {
  expect(await refused(add("Amy A"))).toBe("interviewers_employer_email_key");
  expect(await refused(add("Ann A", true))).toBe("interviewers_person_key");
  expect(await refused(add("Amy A", true))).toBeUndefined();
  expect(await refused(add("amy a", true))).toBe("interviewers_person_key");
  expect(await refused(add("Abi A"))).toBe("interviewers_employer_email_key");
});

test("whoever is added to a schedule may share an address as well", async () => {
  const assign = (more: object) =>
    `select assign_interviewers('${ids.todayA}', p_new => '${JSON.stringify({ full_name: "Amy A", email: "ann@a.example", ...more })}')`;
  expect(await refused(assign({}))).toBe("interviewers_employer_email_key");
  expect(await refused(assign({ shares_email: true }))).toBeUndefined();
});

test("students never share an address", async () => {
  expect(
    await refused(
      "insert into students (full_name, email) values ('Another', 'STU@school.example')",
    ),
  ).toBe("students_email_key");
});

test("“email me my link” sends each of them their own, once each", async () => {
  const amy = await one<string>(add("Amy A", true));
  await query(`select assign_interviewers('${ids.tomorrowA}', array['${amy}']::uuid[])`);
  await as("service");
  expect(await one("select request_interview_link('ann@a.example', 'here')")).toBe(2);
  const claimed = await query<{ to: string; link: string }>(
    `select payload #>> '{to,name}' as to, payload #>> '{link,id}' as link from claim_emails()
     where payload ->> 'kind' = 'interview_link_request' order by 1`,
  );
  expect(claimed.map(({ to }) => to)).toEqual(["Amy A", "Ann A"]);
  expect(new Set(claimed.map(({ link }) => link)).size).toBe(2);
});

test("an import knows those who share an address by their name, and adds nobody to it", async () => {
  await query(add("Amy A", true));
  const answer = await load(rowsOf(["Amy A", "Counsel"], ["Ann A", "Partner"], ["Abi A", "None"]));
  expect(answer).toMatchObject([
    { outcome: "update" },
    { outcome: "update" },
    { outcome: "error", problem: { code: "address_of_several" } },
  ]);
  expect(
    await query(
      "select full_name, title from interviewers where lower(email) = 'ann@a.example' order by 1",
    ),
  ).toEqual([
    { full_name: "Amy A", title: "Counsel" },
    { full_name: "Ann A", title: "Partner" },
  ]);
  expect(await load(rowsOf(["Amy A", "Counsel"], ["Ann A", "Partner"]))).toMatchObject([
    { outcome: "unchanged" },
    { outcome: "unchanged" },
  ]);
});

test("an import takes another name at an address of one person for a correction", async () => {
  expect(await load(rowsOf(["Anne A", "Partner"]))).toMatchObject([{ outcome: "update" }]);
  expect(await one(`select full_name from interviewers where id = '${ids.interviewerA}'`)).toBe(
    "Anne A",
  );
});

test("two names at one address in a file are an error, known or not", async () => {
  expect(
    await load(
      rowsOf(
        ["Ann A", ""],
        ["Amy A", ""],
        ["One", "", "new@a.example"],
        ["Two", "", "new@a.example"],
      ),
    ),
  ).toMatchObject([
    { outcome: "unchanged" },
    { outcome: "error", problem: { code: "interviewer_repeated" } },
    { outcome: "create" },
    { outcome: "error", problem: { code: "interviewer_repeated" } },
  ]);
});
