import { beforeEach, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, attempt, one, query } = withFixture();

interface Replaced {
  interviewer_id: string;
  queued: number;
  not_ready?: { unmet: string[] }[];
}

const [ann, abe, rae] = [ids.interviewerA, ids.colleagueA, ids.interviewerReset];
const replace = (old: string, by: string | object, more = "") =>
  attempt<Replaced>(
    typeof by === "string"
      ? `select replace_interviewer('${ids.todayA}', '${old}', '${by}' ${more})`
      : `select replace_interviewer('${ids.todayA}', '${old}', p_person => '${JSON.stringify(by)}' ${more})`,
  );
const notifying = ", p_wait_seconds => 120";
const assigned = async () =>
  (
    await query<{ id: string }>(
      `select interviewer_id as id from schedule_interviewers where schedule_id = '${ids.todayA}' order by 1`,
    )
  ).map(({ id }) => id);
const takersOf = async (slot: string) =>
  (
    await query<{ id: string }>(
      `select interviewer_id as id from private.slot_takers where slot_id = '${slot}' order by 1`,
    )
  ).map(({ id }) => id);
const reserved = () =>
  query(
    `select 1 from private.required_reservations r full join private.reservations b using (slot_id, resource, during)
     where r.slot_id is null or b.slot_id is null`,
  );
const standing = (id: string) =>
  query(
    `select status, up_to_date, invited_at is not null as invited
     from link_states join schedule_interviewers using (schedule_id, interviewer_id)
     where schedule_id = '${ids.todayA}' and interviewer_id = '${id}'`,
  );

/** Sends what is due, and says to whom what went. */
async function deliver() {
  await as("owner");
  await query("update emails set due_at = private.clock() where status = 'queued'");
  await as("service");
  const claimed = await query<{ email_id: string; lease_id: string; payload: Payload }>(
    "select * from claim_emails() order by payload #>> '{to,name}'",
  );
  for (const { email_id, lease_id } of claimed) {
    await query(
      `select record_email_results('[{"email_id": "${email_id}", "lease_id": "${lease_id}", "result": "sent"}]')`,
    );
  }
  await as("admin");
  return claimed.map(({ payload }) => [payload.to.name, payload.kind]);
}
interface Payload {
  kind: string;
  to: { name: string };
}

async function sendLinks() {
  await as("owner");
  await query(`delete from emails where id = '${ids.email}'`);
  await as("admin");
  await query(`select queue_interview_links(gen_random_uuid(), array['${ids.todayA}']::uuid[])`);
  await deliver();
}

beforeEach(() => as("admin"));

test("the new one takes over the day and the single slots, in one line of activity", async () => {
  const last = await one<number>("select max(id) from activity");
  const { value } = await replace(ann, rae);
  expect(value).toEqual({ interviewer_id: rae, queued: 0 });
  expect(await assigned()).toEqual([abe, rae].sort());
  expect(await takersOf(ids.slotA1)).toEqual([abe, rae].sort());
  expect(await takersOf(ids.slotA2)).toEqual([rae]);
  expect(
    await query(
      `select action, names -> 'interviewer_id' as names from activity where id > ${last ?? 0}`,
    ),
  ).toEqual([{ action: "schedule_interviewers.replace", names: ["Ann A", "Rae A"] }]);
  await as("owner");
  expect(await reserved()).toEqual([]);
});

test("what follows is logged as ever", async () => {
  await replace(ann, rae);
  await query(`select assign_interviewers('${ids.todayA}', array['${ann}']::uuid[])`);
  expect(await one("select action from activity order by id desc limit 1")).toBe(
    "schedule_interviewers.insert",
  );
});

test("someone new is added to the employer's people", async () => {
  const { value } = await replace(ann, { full_name: "New A", email: "new@a.example" });
  expect(await assigned()).toContain(value.interviewer_id);
  expect(
    await query(`select employer_id from interviewers where id = '${value.interviewer_id}'`),
  ).toEqual([{ employer_id: ids.employerA }]);
  expect(
    await query(
      "select action, names ->> 'subject' as name from activity order by id desc limit 2",
    ),
  ).toEqual([
    { action: "schedule_interviewers.replace", name: null },
    { action: "interviewers.insert", name: "New A" },
  ]);
});

test.each([
  ["whoever is on the schedule already", () => replace(ann, abe), "interviewer_already_assigned"],
  ["oneself", () => replace(ann, ann), "interviewer_already_assigned"],
  ["for someone who is not on it", () => replace(rae, abe), "interviewer_not_assigned"],
  [
    "one of another employer",
    () => replace(ann, ids.interviewerB),
    "interviewer_of_another_employer",
  ],
  [
    "someone without a name",
    () => replace(ann, { email: "x@a.example" }),
    "interviewers_full_name_check",
  ],
])("refused as a replacement: %s", async (_, act, code) => {
  expect((await act()).code).toBe(code);
  expect(await assigned()).toEqual([ann, abe].sort());
});

test("refused as a replacement: an archived interviewer", async () => {
  await query(`update interviewers set archived_at = now() where id = '${rae}'`);
  expect((await replace(ann, rae)).code).toBe("interviewer_archived");
});

test("whoever interviews elsewhere at that time is no replacement, but for slots they are free", async () => {
  const elsewhere = await one<string>(
    `select save_schedule('2026-03-03', 'UTC', 'virtual', '{"first": "09:00", "last": "09:30", "slot_minutes": 30}', p_oci_id => '${ids.ociA}')`,
  );
  await query(`select assign_interviewers('${elsewhere}', array['${rae}']::uuid[])`);
  expect(await replace(ann, rae, notifying)).toMatchObject({
    code: "booking_conflict",
    params: { kind: "interviewer", name: "Rae A" },
  });
  expect(await assigned()).toEqual([ann, abe].sort());
  expect(await takersOf(ids.slotA2)).toEqual([ann]);
  await query(`select set_slot_interviewers('${ids.slotA1}', array['${abe}']::uuid[])`);
  expect((await replace(ann, rae)).code).toBeUndefined();
});

test("both are notified: the old one of the removal, the new one with their link", async () => {
  await sendLinks();
  const { value } = await replace(abe, rae, notifying);
  expect(value).toMatchObject({ queued: 2 });
  expect(
    await query(`select full_name from preview_notices(array['${ids.todayA}']::uuid[])`),
  ).toEqual([]);
  expect(await deliver()).toEqual([
    ["Abe A", "cancellation"],
    ["Rae A", "interview_link"],
  ]);
  expect(await standing(rae)).toEqual([{ status: "sent", up_to_date: true, invited: true }]);
});

test("a day with its own meeting URL sends the new one the Schedule", async () => {
  await sendLinks();
  await query(
    `update schedules set video = 'external', meeting_url = 'https://meet.example.com/a' where id = '${ids.todayA}'`,
  );
  await replace(abe, rae, notifying);
  expect(await deliver()).toEqual([
    ["Abe A", "cancellation"],
    ["Rae A", "schedule"],
  ]);
});

test("whoever was never notified is not notified of the removal", async () => {
  expect((await replace(abe, rae, notifying)).value).toMatchObject({ queued: 1 });
  expect(await deliver()).toEqual([["Rae A", "interview_link"]]);
});

test("where the link may not be sent, the new one waits and the old one is notified", async () => {
  await sendLinks();
  await query(`update schedules set video = 'external' where id = '${ids.todayA}'`);
  const { value } = await replace(abe, rae, notifying);
  expect(value).toMatchObject({ queued: 1, not_ready: [{ unmet: ["meeting_url"] }] });
  expect(await deliver()).toEqual([["Abe A", "cancellation"]]);
});

test("swapped back before the notices leave, nothing is sent and all is as it was", async () => {
  await sendLinks();
  const before = await standing(abe);
  await query(`select set_slot_interviewers('${ids.slotA1}', array['${abe}']::uuid[])`);
  await replace(abe, rae, notifying);
  expect((await replace(rae, abe)).code).toBeUndefined();
  expect(await takersOf(ids.slotA1)).toEqual([abe]);
  expect(await takersOf(ids.slotA2)).toEqual([ann]);
  await query(`select set_slot_interviewers('${ids.slotA1}', '{}')`);
  expect(await deliver()).toEqual([]);
  expect(before).toEqual([{ status: "sent", up_to_date: true, invited: true }]);
  expect(await standing(abe)).toEqual(before);
  expect(
    await query(`select full_name from preview_notices(array['${ids.todayA}']::uuid[])`),
  ).toEqual([]);
});

test("swapped back after the notices have left, both are to be notified again", async () => {
  await sendLinks();
  await replace(abe, rae, notifying);
  await deliver();
  expect((await replace(rae, abe, notifying)).value).toMatchObject({ queued: 2 });
  expect(await deliver()).toEqual([
    ["Abe A", "interview_link"],
    ["Rae A", "cancellation"],
  ]);
});
