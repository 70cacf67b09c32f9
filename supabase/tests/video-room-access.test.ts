import { beforeEach, describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { guestLink, withVideoRoom } from "./video-room";
import { withFixture } from "./with-fixture";

const fixture = withFixture();
const { as, query, refused } = fixture;
const { tab } = withVideoRoom(fixture);

const ann = tab("interviewerA", 1);
const stu = tab("student", 2);
const sue = guestLink("student", ids.studentB, "20000000-0000-4000-8000-0000000000b2");
const notYours = { ok: false, reason: "not_yours" };

let student = "";
let interviewer = "";

beforeEach(async () => {
  await query("delete from video_rooms");
  await query(sue.make);
  interviewer = (await ann.enter()).you.member_id;
  student = (await stu.enter()).you.member_id;
  await ann.admit(student);
  await ann.say("Between us");
  await ann.signal({ to: student, session: stu.session, body: { secret: true } });
});

/** All that could change in a room, but for when its people were last seen. */
async function everything() {
  await as("owner");
  return query(`select
    (select jsonb_agg(r) from video_rooms r) as rooms, (select jsonb_agg(s) from video_room_signals s) as signals,
    (select jsonb_agg(m) from video_room_messages m) as messages, (select jsonb_agg(p order by id) from video_room_members p) as members`);
}

const strangers = [
  ["an interviewer of another employer", "interviewerB"],
  ["another student", sue.claims],
  ["a link that was reset", "reset"],
  ["an account that is not of the staff", "stranger"],
  ["a viewer", "viewer"],
] as const;

describe.each(strangers)("%s", (_who, actor) => {
  test("is answered alike by every function of a room, and changes nothing", async () => {
    const before = await everything();
    // With the room's own sessions, and with one of their own.
    for (const there of [tab(actor, 1), tab(actor, 2), tab(actor, 9)]) {
      expect(await there.enter()).toEqual(notYours);
      expect(await there.poll(9_000_000_000)).toEqual(notYours);
      const signal = { to: interviewer, session: ann.session, body: {} };
      expect(await there.signal(signal)).toEqual(notYours);
      expect(await there.signal("malformed")).toEqual(notYours);
      expect(await there.say("Hello")).toEqual(notYours);
      expect(await there.leave()).toEqual(notYours);
    }
    if (actor !== sue.claims) {
      const there = tab(actor, 9);
      expect(await there.admit(student)).toEqual(notYours);
      expect(await there.finish()).toEqual(notYours);
      expect(await there.reopen()).toEqual(notYours);
    }
    expect(await everything()).toEqual(before);
  });

  test("hears the same of a slot that does not exist", async () => {
    const nowhere = tab(actor, 9, "f0000000-0000-4000-8000-0000000000ff");
    expect(await nowhere.enter()).toEqual(notYours);
    expect(await nowhere.poll()).toEqual(notYours);
  });
});

test("nobody in particular may call none of it", async () => {
  const here = `'${ids.slotA1}', '${ann.session}'`;
  await as("anon");
  for (const call of [
    `join_video_room(${here})`,
    `poll_video_room(${here})`,
    `send_video_room_signals(${here}, '[]')`,
    `send_video_room_message(${here}, 'x')`,
    `leave_video_room(${here})`,
    `admit_to_video_room('${ids.slotA1}', '${student}')`,
    `finish_interview('${ids.slotA1}')`,
    `reopen_interview('${ids.slotA1}')`,
  ]) {
    expect(await refused(`select ${call}`)).toBe("42501");
  }
});

test.each([["interviewerA"], ["interviewerB"], ["student"], ["reset"], ["anon"]] as const)(
  "%s reads and writes no table of the rooms, their own rows included",
  async (actor) => {
    await as(actor);
    for (const table of [
      "video_rooms",
      "video_room_members",
      "video_room_signals",
      "video_room_messages",
    ]) {
      expect(await refused(`select * from ${table}`)).toBe("42501");
      expect(await refused(`delete from ${table}`)).toBe("42501");
    }
    expect(await refused("update video_room_members set admitted_at = now()")).toBe("42501");
    expect(await refused(`insert into video_rooms values ('${ids.slotB1}')`)).toBe("42501");
  },
);

test.each([["viewer"], ["admin"]] as const)("%s reads no chat and no signals", async (actor) => {
  await as(actor);
  expect(await refused("select * from video_room_messages")).toBe("42501");
  expect(await refused("select * from video_room_signals")).toBe("42501");
});

test("a reset link is out with the next poll, and the others no longer see its holder", async () => {
  expect((await stu.poll()).members).toHaveLength(2);
  await as("admin");
  await query(`select reset_access_link('${ids.interviewerA}')`);
  expect(await ann.poll()).toEqual(notYours);
  expect(await ann.enter()).toEqual(notYours);
  expect((await stu.poll()).members.map((member) => member.name)).toEqual(["Stu A"]);
  const signal = { to: interviewer, session: ann.session, body: {} };
  expect(await stu.signal(signal)).toEqual({ ok: true });
  await as("owner");
  expect(
    await query(`select id from video_room_signals where to_member_id = '${interviewer}'`),
  ).toEqual([]);
});

test("whoever comes by the new link after a reset is not admitted on the old one's word", async () => {
  await as("owner");
  await query(`update access_links set version = 2 where id = '${ids.linkStudent}'`);
  const renewed = tab(
    { ...sue.claims, sub: ids.linkStudent, link_id: ids.linkStudent, link_version: 2 },
    2,
  );
  expect(await renewed.poll()).toEqual({ ok: false, reason: "left" });
  expect(await renewed.enter()).toMatchObject({ ok: true, you: { admitted: false } });
});

test("an interviewer taken off the interview is out with the next poll", async () => {
  await as("owner");
  await query(
    `delete from schedule_interviewers where schedule_id = '${ids.todayA}' and interviewer_id = '${ids.interviewerA}'`,
  );
  expect(await ann.poll()).toEqual(notYours);
  expect((await stu.poll()).members.map((member) => member.name)).toEqual(["Stu A"]);
});

test("a member of one room is nobody in another", async () => {
  await as("owner");
  await query(`delete from slot_interviewers where slot_id = '${ids.slotA2}'`);
  await query(`update slots set student_id = '${ids.studentB}' where id = '${ids.slotA2}'`);
  const other = tab("interviewerA", 1, ids.slotA2);
  expect(await other.poll()).toEqual({ ok: false, reason: "left" });
  await other.enter();
  const signal = { to: student, session: stu.session, body: { from: "another room" } };
  expect(await other.signal(signal)).toEqual({ ok: true });
  expect(await other.admit(student)).toEqual({ ok: false, reason: "left" });
  expect((await other.poll()).messages).toEqual([]);
  expect((await stu.poll()).signals.map(({ body }) => body)).toEqual([{ secret: true }]);
});
