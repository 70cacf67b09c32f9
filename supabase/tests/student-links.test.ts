import { expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, one, query, refused } = withFixture();

interface Queued {
  batch_id: string;
  repeated: boolean;
  queued: number;
  unchanged: number;
  not_ready: { schedule_id: string; unmet: string[] }[];
}
interface Interview {
  id: string;
  day: string;
  with: string[];
  meeting_url: string | null;
  starts_at: string;
}
interface Page {
  interviews: Interview[];
  canceled: { employer: string; on_date: string }[];
}

const request = "30000000-0000-4000-8000-000000000002";
const list = (...values: string[]) => `array[${values.map((v) => `'${v}'`).join(", ")}]::uuid[]`;
const queue = (schedules: string[], more = "", requestId: string = crypto.randomUUID()) =>
  one<Queued>(`select queue_student_links('${requestId}', ${list(...schedules)} ${more})`);
const onlyNew = ", p_include_unchanged => false";
const claim = async () => {
  await as("service");
  const claimed = await query<{
    email_id: string;
    lease_id: string;
    payload: { to: { name: string }; schedules: { state: string; employer: string }[] };
  }>("select * from claim_emails() where payload ->> 'audience' = 'student'");
  for (const { email_id, lease_id } of claimed) {
    await query(
      `select record_email_results('[{"email_id": "${email_id}", "lease_id": "${lease_id}", "result": "sent"}]')`,
    );
  }
  await as("admin");
  return claimed.map(({ payload }) => payload);
};
const states = (schedule: string) =>
  query(
    `select full_name, status, outdated, is_assigned from student_link_states where schedule_id = '${schedule}' order by 1`,
  );
const page = async () => {
  await as("student");
  return one<Page | null>("select student_experience()");
};

test("a student on several schedules gets one email that tells of them all", async () => {
  await as("admin");
  expect(await queue([ids.todayA, ids.tomorrowA])).toMatchObject({ queued: 1, not_ready: [] });
  const [email] = await claim();
  expect(email?.to.name).toBe("Stu A");
  expect(email?.schedules.map(({ employer, state }) => [employer, state])).toEqual([
    ["Employer A", "new"],
    ["Employer A", "new"],
  ]);
});

test("asking twice with one request id queues once", async () => {
  await as("admin");
  const first = await queue([ids.todayA], "", request);
  expect(first).toMatchObject({ queued: 1, repeated: false });
  expect(await queue([ids.todayA], "", request)).toEqual({ ...first, repeated: true });
  expect(await one("select count(*)::int from emails where kind = 'student_link'")).toBe(1);
});

test("notified once is enough: the next send skips them, unless asked to include them", async () => {
  await as("admin");
  await queue([ids.todayA]);
  expect(await queue([ids.todayA], onlyNew)).toMatchObject({ queued: 0, unchanged: 1 });
  expect(await queue([ids.todayA])).toMatchObject({ queued: 1 });
});

test("students are notified of what is released, still to come and not canceled, in person alike", async () => {
  await query(`update schedules set canceled_at = now() where id = '${ids.tomorrowA}'`);
  await query(
    `update schedules set format = 'in_person', video = null, location = '204' where id = '${ids.todayB}'`,
  );
  await query(`update slots set student_id = null where schedule_id = '${ids.todayA}'`);
  await as("admin");
  const answer = await queue([ids.todayA, ids.tomorrowA, ids.draftA, ids.todayB]);
  const unmet = Object.fromEntries(answer.not_ready.map((one) => [one.schedule_id, one.unmet]));
  expect(answer.queued).toBe(1);
  expect(unmet).toEqual({
    [ids.todayA]: ["students"],
    [ids.tomorrowA]: ["not_canceled"],
    [ids.draftA]: ["released"],
  });
  expect(
    await query(
      `select full_name, outcome, unmet from preview_student_links(${list(ids.draftA)}, p_as_released => true)`,
    ),
  ).toEqual([{ full_name: "Sue B", outcome: "send", unmet: [] }]);
  await at("2026-03-04 00:00:00+00");
  await as("admin");
  expect((await queue([ids.todayB])).not_ready).toMatchObject([{ unmet: ["day_not_over"] }]);
});

test("a moved slot, another room or another address outdates what one student was last sent, not what the others were", async () => {
  await query(`update slots set student_id = '${ids.studentB}' where id = '${ids.slotA2}'`);
  await query(`delete from slots where id = '${ids.slotB1}'`);
  await as("admin");
  await queue([ids.todayA]);
  await claim();
  const outdated = () =>
    query(
      `select full_name from student_link_states where schedule_id = '${ids.todayA}' and outdated order by 1`,
    );
  expect(await outdated()).toEqual([]);
  await query(
    `update slots set starts_at = starts_at + interval '3 hours', ends_at = ends_at + interval '3 hours' where id = '${ids.slotA1}'`,
  );
  expect(await outdated()).toEqual([{ full_name: "Stu A" }]);
  expect(await queue([ids.todayA], onlyNew)).toMatchObject({ queued: 1, unchanged: 1 });
  expect((await claim()).map(({ schedules }) => schedules[0]?.state)).toEqual(["changed"]);
  expect(await outdated()).toEqual([]);
  await query(
    `update schedules set format = 'in_person', video = null, location = '204' where id = '${ids.todayA}'`,
  );
  expect(await outdated()).toEqual([{ full_name: "Stu A" }, { full_name: "Sue B" }]);
});

test("who was notified and taken off stays in sight, and the next send takes the interview back", async () => {
  await as("admin");
  await queue([ids.todayA]);
  await claim();
  await query(`select assign_student('${ids.slotA1}', null)`);
  expect(await states(ids.todayA)).toEqual([
    { full_name: "Stu A", status: "sent", outdated: true, is_assigned: false },
  ]);
  expect((await page())?.canceled).toMatchObject([
    { employer: "Employer A", on_date: "2026-03-03" },
  ]);
  await as("admin");
  expect(await queue([ids.todayA], onlyNew)).toMatchObject({ queued: 1 });
  expect((await claim()).map(({ schedules }) => schedules)).toMatchObject([
    [{ state: "removed", employer: "Employer A" }],
  ]);
  expect(await states(ids.todayA)).toEqual([]);
});

test("an email that bounced notified nobody: there is nothing to take back", async () => {
  await as("admin");
  await queue([ids.todayA]);
  await claim();
  await as("service");
  await query(
    `select record_email_event(id, null, 'bounced', now(), '550', 'bounce-1') from emails where kind = 'student_link'`,
  );
  await as("admin");
  expect(await one("select emails_needing_attention()")).toBe(2);
  await query(`select assign_student('${ids.slotA1}', null)`);
  expect(await states(ids.todayA)).toEqual([]);
  await query(`select assign_student('${ids.slotA1}', '${ids.studentA}')`);
  expect(await queue([ids.todayA], onlyNew)).toMatchObject({ queued: 0 });
  await query(`select lift_suppression(email) from students where id = '${ids.studentA}'`);
  expect(await queue([ids.todayA], onlyNew)).toMatchObject({ queued: 1 });
});

test("an email whose student was archived, or whose schedule was called off, is not sent", async () => {
  await as("admin");
  await queue([ids.todayA, ids.todayB]);
  await query(`select cancel_schedule('${ids.todayB}', true)`);
  await query(`update students set archived_at = now() where id = '${ids.studentA}'`);
  expect(await claim()).toEqual([]);
  expect(
    await query("select distinct status, unsent_reason from emails where kind = 'student_link'"),
  ).toEqual([{ status: "canceled", unsent_reason: "nothing_to_send" }]);
});

test("a reset acts on the next request, and is kept with the student's name", async () => {
  expect((await page())?.interviews).toHaveLength(2);
  await as("admin");
  expect(await one(`select reset_access_link('${ids.studentA}')`)).toBe(2);
  expect(await page()).toBeNull();
  expect(await query("select id from slots")).toEqual([]);
  await as("admin");
  expect(
    await one("select names ->> 'subject' from activity where action = 'access_links.reset'"),
  ).toBe("Stu A");
});

test("a new address and the archive end a link too", async () => {
  await as("admin");
  await query(`update students set email = 'new@school.example' where id = '${ids.studentA}'`);
  expect(await page()).toBeNull();
  await as("owner");
  await query(`update access_links set version = 1 where id = '${ids.linkStudent}'`);
  expect(await page()).not.toBeNull();
  await as("admin");
  await query(`update students set archived_at = now() where id = '${ids.studentA}'`);
  expect(await page()).toBeNull();
  await as("service");
  expect(await one(`select usable from access_link('${ids.linkStudent}')`)).toBe(false);
});

test("only an admin may look at a student's link, and that is kept", async () => {
  await as("admin");
  expect(await query(`select * from reveal_access_link('${ids.studentB}')`)).toMatchObject([
    { version: 1 },
  ]);
  expect(await query(`select * from reveal_access_link('${ids.slotA1}')`)).toEqual([]);
  expect(await one("select count(*)::int from activity where action = 'access_links.reveal'")).toBe(
    1,
  );
  await as("viewer");
  expect(await refused(`select * from reveal_access_link('${ids.studentB}')`)).toBe("42501");
  expect(await refused(`select reset_access_link('${ids.studentB}')`)).toBe("42501");
});

test("the page shows times before the day, and who interviews where only on it", async () => {
  await query(
    `update schedules set video = 'external', meeting_url = 'https://meet.a.example/x' where oci_id = '${ids.ociA}'`,
  );
  expect((await page())?.interviews).toMatchObject([
    {
      id: ids.slotA1,
      day: "today",
      with: ["Abe A", "Ann A"],
      meeting_url: "https://meet.a.example/x",
    },
    { id: ids.slotTomorrow, day: "before", with: [], meeting_url: null },
  ]);
});

test.each([
  ["2026-03-04 11:59:00+00", "before"],
  ["2026-03-04 12:00:00+00", "today"],
  ["2026-03-05 11:59:59+00", "today"],
  ["2026-03-05 12:00:00+00", undefined],
])("in a zone twelve hours ahead, at %s the day is %s", async (instant, day) => {
  await query(
    `update schedules set time_zone = 'Pacific/Fiji', on_date = '2026-03-05' where id = '${ids.tomorrowA}'`,
  );
  await at(instant);
  const found = (await page())?.interviews.find(({ id }) => id === ids.slotTomorrow);
  expect(found?.day).toBe(day);
  expect(found?.with).toEqual(day === "today" ? ["Ann A", "Rae A"] : day && []);
});

test("a canceled day shows as such, an unreleased one not at all", async () => {
  await query(`update schedules set canceled_at = now() where id = '${ids.todayA}'`);
  await query(`update schedules set released_at = null where id = '${ids.tomorrowA}'`);
  expect(await page()).toMatchObject({
    interviews: [],
    canceled: [{ employer: "Employer A", on_date: "2026-03-03" }],
  });
  await at("2026-03-04 00:00:00+00");
  expect(await page()).toMatchObject({ interviews: [], canceled: [] });
});

test("the link request form sends a student their link, while there is an interview to come", async () => {
  await as("service");
  const ask = () => one<number>("select request_interview_link('STU@school.example', '192.0.2.1')");
  expect(await ask()).toBe(1);
  expect(
    await query("select kind, to_name from emails where kind = 'student_link_request'"),
  ).toEqual([{ kind: "student_link_request", to_name: "Stu A" }]);
  await at("2026-03-05 00:00:00+00");
  await as("service");
  expect(await ask()).toBe(0);
});
