import { expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, one, query, refreshLists } = withFixture();

interface Item {
  state: string;
  sequence: number;
  events: number[][];
  dropped: number[][];
}
interface Claimed {
  email_id: string;
  lease_id: string;
  payload: { kind: string; audience: string; to: { name: string }; schedules: Item[] };
}

const list = (...values: string[]) => `array[${values.map((v) => `'${v}'`).join(", ")}]::uuid[]`;
const day = list(ids.todayA);
const queue = async (what: string, more = "") => {
  await as("admin");
  return one<{ queued: number }>(`select ${what}(gen_random_uuid(), ${day} ${more})`);
};
const queueNotices = (more = "") => queue("queue_notices", more);

/** Sends what is due, and says what it was. */
async function deliver(result = "sent"): Promise<Claimed["payload"][]> {
  await as("service");
  const claimed = await query<Claimed>(
    "select * from claim_emails() order by payload #>> '{to,name}'",
  );
  for (const { email_id, lease_id } of claimed) {
    await query(
      `select record_email_results('[{"email_id": "${email_id}", "lease_id": "${lease_id}", "result": "${result}"}]')`,
    );
  }
  await as("admin");
  return claimed.map(({ payload }) => payload);
}

/** Everyone of today's schedule knows of it. */
async function notifyEveryone() {
  await query(`delete from emails where id = '${ids.email}'`);
  await queue("queue_interview_links");
  await queue("queue_student_links");
  await deliver();
}

async function letLeave() {
  await as("owner");
  await query("update emails set due_at = private.clock() where status = 'queued'");
}

const outstanding = () =>
  query<{ full_name: string; state: string }>(
    `select full_name, state from preview_notices(${day}) order by 1`,
  );
const toNotify = () => one<number>(`select to_notify from oci_list where id = '${ids.ociA}'`);
const move = (minutes: number) =>
  query(
    `update slots set starts_at = starts_at + interval '${minutes} minutes', ends_at = ends_at + interval '${minutes} minutes' where id = '${ids.slotA1}'`,
  );
const assign = (slot: string, student: string | null) =>
  query(`select assign_student('${slot}', ${student ? `'${student}'` : "null"})`);

test("after everyone was notified, nobody is outstanding", async () => {
  await notifyEveryone();
  expect(await outstanding()).toEqual([]);
  expect(await queueNotices()).toMatchObject({ queued: 0 });
});

test("a moved slot is news for its student and whoever takes it, and once only", async () => {
  await notifyEveryone();
  await move(180);
  expect(await outstanding()).toEqual([
    { full_name: "Abe A", state: "changed" },
    { full_name: "Ann A", state: "changed" },
    { full_name: "Stu A", state: "changed" },
  ]);
  await refreshLists();
  expect(await toNotify()).toBe(3);
  expect(await queueNotices()).toMatchObject({ queued: 3 });
  expect(await outstanding()).toEqual([]);
  const sent = await deliver();
  expect(
    sent.map(({ kind, schedules }) => [kind, schedules[0]?.state, schedules[0]?.sequence]),
  ).toEqual([
    ["change", "changed", 2],
    ["change", "changed", 2],
    ["change", "changed", 2],
  ]);
  await refreshLists();
  expect(await toNotify()).toBe(0);
  expect(await queueNotices()).toMatchObject({ queued: 0 });
});

test("what is undone before its notice leaves is not sent", async () => {
  await notifyEveryone();
  await move(180);
  expect(await queueNotices(", p_wait_seconds => 120")).toMatchObject({ queued: 3 });
  expect(await deliver()).toEqual([]);
  await move(-180);
  await letLeave();
  expect(await deliver()).toEqual([]);
  expect(
    await query("select distinct status, unsent_reason from emails where kind = 'change'"),
  ).toEqual([{ status: "canceled", unsent_reason: "nothing_to_send" }]);
  expect(await outstanding()).toEqual([]);
  expect(
    await query(`select distinct up_to_date from link_states where schedule_id = '${ids.todayA}'`),
  ).toEqual([{ up_to_date: true }]);
});

test("edits until a notice leaves are one notice, of what holds then", async () => {
  await notifyEveryone();
  await move(180);
  await queueNotices(", p_wait_seconds => 120");
  await move(15);
  expect(await outstanding()).toEqual([]);
  await letLeave();
  expect(await deliver()).toHaveLength(3);
  expect(await outstanding()).toEqual([]);
});

test("a canceled schedule, a removed interviewer and an unassigned student are notified, and their entries removed", async () => {
  await notifyEveryone();
  await query(
    `delete from schedule_interviewers where schedule_id = '${ids.todayA}' and interviewer_id = '${ids.colleagueA}'`,
  );
  await assign(ids.slotA1, null);
  expect(await outstanding()).toEqual([
    { full_name: "Abe A", state: "removed" },
    { full_name: "Stu A", state: "removed" },
  ]);
  await queueNotices();
  const sent = await deliver();
  expect(
    sent.map(({ kind, to, schedules }) => [
      kind,
      to.name,
      schedules[0]?.events,
      schedules[0]?.dropped.length,
    ]),
  ).toEqual([
    ["cancellation", "Abe A", [], 1],
    ["cancellation", "Stu A", [], 1],
  ]);
  await query(`select cancel_schedule('${ids.todayA}', true)`);
  expect(await outstanding()).toEqual([{ full_name: "Ann A", state: "canceled" }]);
  await queueNotices();
  expect(await deliver()).toMatchObject([{ kind: "cancellation", to: { name: "Ann A" } }]);
  expect(await outstanding()).toEqual([]);
});

test("a schedule that is restored is news again, with a higher sequence", async () => {
  await notifyEveryone();
  await query(`select cancel_schedule('${ids.todayA}', true)`);
  await queueNotices();
  await deliver();
  await query(`select cancel_schedule('${ids.todayA}', false)`);
  expect(await outstanding()).toMatchObject([{ state: "new" }, { state: "new" }, { state: "new" }]);
  await queueNotices();
  const sent = await deliver();
  expect(sent.map(({ schedules }) => schedules[0]?.sequence)).toEqual([3, 3, 3]);
});

test("un-releasing is news for students, not for interviewers who hold its link", async () => {
  await notifyEveryone();
  await query(`select release_schedules(${day}, false)`);
  expect(await outstanding()).toEqual([{ full_name: "Stu A", state: "removed" }]);
});

test("a notice that failed or bounced leaves its person outstanding", async () => {
  await notifyEveryone();
  await move(180);
  await queueNotices();
  await deliver("refused");
  expect(await outstanding()).toHaveLength(3);
});

test("a student moved to another schedule is sent both in one email", async () => {
  await notifyEveryone();
  await query(`select queue_student_links(gen_random_uuid(), ${list(ids.tomorrowA)})`);
  await deliver();
  await assign(ids.slotA1, null);
  const [slot] = await query<{ id: string }>(
    `select id from slots where schedule_id = '${ids.tomorrowA}' and student_id is null limit 1`,
  );
  if (slot) await assign(slot.id, ids.studentA);
  await queueNotices();
  const [sent, ...others] = await deliver();
  expect(others).toEqual([]);
  expect(sent?.schedules.map(({ state }) => state)).toEqual(
    slot ? ["removed", "changed"] : ["removed"],
  );
});

test("a day that is over is nobody's news", async () => {
  await notifyEveryone();
  await move(180);
  await at("2026-03-05 00:00:00+00");
  await as("admin");
  expect(await outstanding()).toEqual([]);
});

const events = (slots: number[][], before: number[][] | null) =>
  one<number[][]>(
    `select private.calendar_events('${JSON.stringify({ slots })}', false, ${before ? `'${JSON.stringify(before)}'` : "null"})`,
  );

test.each([
  [
    "new ones are numbered",
    [
      [10, 20],
      [30, 40],
    ],
    null,
    [
      [1, 10, 20],
      [2, 30, 40],
    ],
  ],
  [
    "one that stays keeps its key, whatever its place",
    [[30, 40]],
    [
      [1, 10, 20],
      [2, 30, 40],
    ],
    [[2, 30, 40]],
  ],
  [
    "one that moves takes over the key that became free",
    [
      [10, 20],
      [50, 60],
    ],
    [
      [1, 10, 20],
      [2, 30, 40],
    ],
    [
      [1, 10, 20],
      [2, 50, 60],
    ],
  ],
  [
    "one before the others takes none of theirs",
    [
      [1, 5],
      [10, 20],
    ],
    [[1, 10, 20]],
    [
      [2, 1, 5],
      [1, 10, 20],
    ],
  ],
  ["none leave none", [], [[1, 10, 20]], []],
] as [string, number[][], number[][] | null, number[][]][])(
  "calendar entries: %s",
  async (_, slots, before, expected) => {
    await as("owner");
    expect(await events(slots, before)).toEqual(expected);
  },
);
