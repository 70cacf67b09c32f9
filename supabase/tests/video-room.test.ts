import { beforeEach, describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { guestLink, withVideoRoom } from "./video-room";
import { withFixture } from "./with-fixture";

const fixture = withFixture();
const { as, at, query } = fixture;
const { ask, tab } = withVideoRoom(fixture);

const ann = tab("interviewerA", 1);
const stu = tab("student", 2);
const ada = tab("admin", 3);
const abe = guestLink("interviewer", ids.colleagueA, "20000000-0000-4000-8000-0000000000a2");
const sue = guestLink("student", ids.studentB, "20000000-0000-4000-8000-0000000000b2");

beforeEach(async () => {
  await query("delete from video_rooms");
  await query(abe.make);
  await query(sue.make);
});

/** Ann in the room, and the student admitted. */
async function inInterview() {
  const { you: interviewer } = await ann.enter();
  const { you: student } = await stu.enter();
  await ann.admit(student.member_id);
  return {
    ann: interviewer.member_id,
    stu: student.member_id,
    toStu: { to: student.member_id, session: stu.session },
    toAnn: { to: interviewer.member_id, session: ann.session },
  };
}

describe("waiting and being admitted", () => {
  test("a student waits, sees who is there by name alone, and reads nothing of the room", async () => {
    await ann.enter();
    await ann.say("Before they came");
    expect(await stu.enter()).toMatchObject({ ok: true, you: { admitted: false } });
    const waiting = await stu.poll();
    expect(waiting.you).toMatchObject({ role: "student", admitted: false });
    expect(waiting.members).toEqual([
      expect.objectContaining({ id: null, session: null, role: "interviewer", name: "Ann A" }),
      expect.objectContaining({ id: waiting.you.member_id, name: "Stu A", admitted: false }),
    ]);
    expect(waiting).toMatchObject({ signals: [], messages: [] });
    expect(waiting.interview.interviewers).toEqual(["Abe A", "Ann A"]);
  });

  test("a student who waits can neither signal nor write", async () => {
    const {
      you: { member_id },
    } = await ann.enter();
    await stu.enter();
    const signal = { to: member_id, session: ann.session, body: {} };
    expect(await stu.signal(signal)).toEqual({ ok: false, reason: "not_admitted" });
    expect(await stu.say("Hello?")).toEqual({ ok: false, reason: "not_admitted" });
    expect((await ann.poll()).signals).toEqual([]);
  });

  test("any interviewer of the slot admits, and so does an admin", async () => {
    const {
      you: { member_id },
    } = await stu.enter();
    await as("owner");
    const second = tab(abe.claims, 5);
    await second.enter();
    expect(await second.admit(member_id)).toEqual({ ok: true });
    expect((await stu.poll()).you.admitted).toBe(true);
    await as("owner");
    await query("update video_room_members set admitted_at = null");
    expect(await ada.admit(member_id)).toEqual({ ok: true });
    expect((await stu.poll()).you.admitted).toBe(true);
  });

  test("a student cannot admit themselves, and nobody is admitted who is not there", async () => {
    const {
      you: { member_id },
    } = await stu.enter();
    const code = await fixture.refused(
      `select admit_to_video_room('${ids.slotA1}', '${member_id}')`,
    );
    expect(code).toBe("42501");
    expect(await ann.admit(ids.memberA)).toEqual({ ok: false, reason: "left" });
    expect((await stu.poll()).you.admitted).toBe(false);
  });

  test("a reload, and coming back after leaving, need no new admission", async () => {
    await inInterview();
    const reloaded = tab("student", 22);
    expect(await reloaded.enter()).toMatchObject({ you: { admitted: true } });
    await reloaded.leave();
    expect(await tab("student", 23).enter()).toMatchObject({ you: { admitted: true } });
  });

  test("the newer of two tabs has the room, and the older hears of it", async () => {
    await inInterview();
    await tab("student", 22).enter();
    expect(await stu.poll()).toEqual({ ok: false, reason: "elsewhere" });
    expect(await stu.say("Still me")).toEqual({ ok: false, reason: "elsewhere" });
  });
});

describe("in the room", () => {
  test("signals reach whom they are for, in order, and are gone once handled", async () => {
    const { toStu, ann: annId } = await inInterview();
    await ann.signal({ ...toStu, body: { n: 1 } }, { ...toStu, body: { n: 2 } });
    const first = await stu.poll();
    expect(first.signals.map(({ from, session, body }) => ({ from, session, body }))).toEqual([
      { from: annId, session: ann.session, body: { n: 1 } },
      { from: annId, session: ann.session, body: { n: 2 } },
    ]);
    const again = await stu.poll(first.signals[0]?.id);
    expect(again.signals.map((signal) => signal.body)).toEqual([{ n: 2 }]);
    await stu.poll(first.signals[1]?.id);
    await as("owner");
    expect(await query("select id from video_room_signals")).toEqual([]);
  });

  test("an ack takes no one else's signals", async () => {
    const { toStu } = await inInterview();
    await ann.signal({ ...toStu, body: {} });
    await ann.poll(9_000_000_000);
    expect((await stu.poll()).signals).toHaveLength(1);
  });

  test("a reload drops what was meant for the tab before, and what it sent", async () => {
    const { toStu, toAnn } = await inInterview();
    await ann.signal({ ...toStu, body: {} });
    await stu.signal({ ...toAnn, body: {} });
    const reloaded = tab("student", 22);
    await reloaded.enter();
    expect((await reloaded.poll()).signals).toEqual([]);
    expect((await ann.poll()).signals).toEqual([]);
    expect(await ann.signal({ ...toStu, body: {} })).toEqual({ ok: true });
    expect((await reloaded.poll()).signals).toEqual([]);
  });

  test("chat reaches everyone admitted, each message once", async () => {
    await inInterview();
    await ann.say("  Hello Stu ");
    const [message] = (await stu.poll()).messages;
    expect(message).toMatchObject({ from: "Ann A", role: "interviewer", body: "Hello Stu" });
    expect((await stu.poll(0, message?.id)).messages).toEqual([]);
    expect((await ann.poll()).messages).toMatchObject([{ mine: true }]);
  });

  test("what members say of themselves is kept to what is known", async () => {
    const { ann: annId } = await inInterview();
    const state = { audio: true, video: "yes", connection: "poor", html: "<b>", screen: false };
    await ann.poll(0, 0, state);
    const seen = (await stu.poll()).members.find((member) => member.id === annId);
    expect(seen?.state).toEqual({ audio: true, connection: "poor", screen: false });
    await ann.poll(0, 0, { connection: "excellent" });
    const later = (await stu.poll()).members.find((member) => member.id === annId);
    expect(later?.state).toEqual({});
  });

  test("someone who leaves is gone at once; someone who falls silent, after 15 seconds", async () => {
    await inInterview();
    await stu.leave();
    const present = async () =>
      (await ann.poll()).members.find((member) => member.role === "student")?.present;
    expect(await present()).toBe(false);
    expect(await stu.poll()).toEqual({ ok: false, reason: "left" });
    await stu.enter();
    expect(await present()).toBe(true);
    await at("2026-03-03 15:00:14+00");
    expect(await present()).toBe(true);
    await at("2026-03-03 15:00:16+00");
    expect(await present()).toBe(false);
  });

  test("staff join for all to see, and it is in the activity", async () => {
    await inInterview();
    await as("owner");
    await query("delete from activity");
    expect(await ada.enter()).toMatchObject({ ok: true, you: { admitted: true } });
    const seen = (await stu.poll()).members.map(({ role, name }) => `${role} ${name}`);
    expect(seen).toContain("staff Ada");
    await as("owner");
    expect(await query("select action from activity where action like 'video_rooms.%'")).toEqual([
      { action: "video_rooms.join" },
    ]);
  });

  test("a fourth interviewer, and a second of the staff, find the room full", async () => {
    const rest = await query<{ id: string }>(
      `insert into interviewers (employer_id, full_name, email)
       select '${ids.employerA}', 'More ' || n, n || '@more.example' from generate_series(1, 2) n returning id`,
    );
    const more = rest.map((row, n) =>
      guestLink("interviewer", row.id, `20000000-0000-4000-8000-00000000009${n}`),
    );
    for (const [n, link] of more.entries()) {
      await query(link.make);
      await query(
        `insert into schedule_interviewers (schedule_id, interviewer_id) values ('${ids.todayA}', '${rest[n]?.id}')`,
      );
    }
    const everyone: Parameters<typeof tab>[0][] = [
      "interviewerA",
      abe.claims,
      more[0]?.claims ?? "anon",
    ];
    for (const [n, who] of everyone.entries()) {
      expect(await tab(who, 30 + n).enter()).toMatchObject({ ok: true });
    }
    const fourth = tab(more[1]?.claims ?? "anon", 40);
    expect(await fourth.enter()).toEqual({ ok: false, reason: "full" });
    await tab("interviewerA", 30).leave();
    expect(await fourth.enter()).toMatchObject({ ok: true });
    expect(await tab("interviewerA", 41).enter()).toEqual({ ok: false, reason: "full" });

    await ada.enter();
    await as("owner");
    await query(`update staff set role = 'admin' where user_id = '${ids.viewer}'`);
    expect(await tab("viewer", 42).enter()).toEqual({ ok: false, reason: "full" });
  });

  test("one who fell silent while the last place was taken hears that the room is full", async () => {
    await ada.enter();
    await at("2026-03-03 15:00:20+00");
    await query(`update staff set role = 'admin' where user_id = '${ids.viewer}'`);
    expect(await tab("viewer", 42).enter()).toMatchObject({ ok: true });
    expect(await ada.poll()).toEqual({ ok: false, reason: "full" });
  });
});

describe("the hand-off", () => {
  test("after it the student reads, hears and writes nothing more of the room", async () => {
    const { toStu, toAnn } = await inInterview();
    await ann.say("About you");
    await ann.signal({ ...toStu, body: {} });
    expect(await ann.finish()).toEqual({ ok: true });
    await ann.say("Among ourselves");
    await ann.signal({ ...toStu, body: {} });

    const closed = { ok: false, reason: "closed" };
    expect(await stu.poll()).toEqual(closed);
    expect(await stu.say("Wait")).toEqual(closed);
    expect(await stu.signal({ ...toAnn, body: {} })).toEqual(closed);
    expect(await stu.enter()).toEqual(closed);
    await as("owner");
    expect(await query("select id from video_room_signals")).toEqual([]);
    expect(await query("select body from video_room_messages")).toEqual([
      { body: "Among ourselves" },
    ]);
    expect((await ann.poll()).interview.finished).toBe(true);
  });

  test("again, it changes nothing; taken back, the student is in as before, without the chat", async () => {
    await inInterview();
    await ann.say("About you");
    await ann.finish();
    await ann.say("Among ourselves");
    await ann.finish();
    expect((await ann.poll()).messages).toHaveLength(1);
    expect(await ann.reopen()).toEqual({ ok: true });
    expect(await stu.enter()).toMatchObject({ ok: true, you: { admitted: true } });
    expect((await stu.poll()).messages).toEqual([]);
  });

  test("an interviewer hears of the next candidate, and that they wait", async () => {
    await query(`delete from slot_interviewers where slot_id = '${ids.slotA2}'`);
    await query(`update slots set student_id = '${ids.studentB}' where id = '${ids.slotA2}'`);
    await inInterview();
    const next = { slot_id: ids.slotA2, student: "Sue B", waiting: false };
    expect((await ann.poll()).next).toMatchObject(next);
    await tab(sue.claims, 7, ids.slotA2).enter();
    expect((await ann.poll()).next).toMatchObject({ ...next, waiting: true });
    expect((await stu.poll()).next).toBeNull();
  });

  test("the next student hears by how much the interview before has run over, while it goes on", async () => {
    await query(`delete from slot_interviewers where slot_id = '${ids.slotA2}'`);
    await query(`update slots set student_id = '${ids.studentB}' where id = '${ids.slotA2}'`);
    await at("2026-03-03 09:25:00+00");
    await inInterview();
    const next = tab(sue.claims, 7, ids.slotA2);
    await next.enter();
    expect((await next.poll()).interview.late_minutes).toBe(0);
    await at("2026-03-03 09:33:10+00");
    for (const someone of [ann, stu]) await someone.poll();
    expect((await next.poll()).interview.late_minutes).toBe(4);
    await ann.finish();
    expect((await next.poll()).interview.late_minutes).toBe(0);
  });

  test("another student in the slot finds an empty room, and the first is out", async () => {
    await inInterview();
    await ann.say("About you");
    await as("owner");
    await query(`delete from slots where id = '${ids.slotB1}'`);
    await query(`update slots set student_id = '${ids.studentB}' where id = '${ids.slotA1}'`);
    expect(await stu.poll()).toEqual({ ok: false, reason: "not_yours" });
    const newcomer = tab(sue.claims, 7);
    expect(await newcomer.enter()).toMatchObject({ ok: true, you: { admitted: false } });
    expect((await ann.poll()).messages).toEqual([]);
    expect((await ann.poll()).members.map((member) => member.name)).toEqual(["Ann A", "Sue B"]);
  });
});

describe("when the room is open", () => {
  test.each([
    ["on another day", `update schedules set on_date = '2026-03-05' where id = '${ids.todayA}'`],
    ["when canceled", `update schedules set canceled_at = now() where id = '${ids.todayA}'`],
    [
      "in person",
      `update schedules set format = 'in_person', video = null where id = '${ids.todayA}'`,
    ],
    ["unreleased and unsent", `update schedules set released_at = null where id = '${ids.todayA}'`],
    ["without a student", `update slots set student_id = null where id = '${ids.slotA1}'`],
  ])("%s there is no room", async (_when, change) => {
    await inInterview();
    await as("owner");
    await query(change);
    for (const someone of [ann, stu, ada]) {
      expect(await someone.poll()).toEqual({ ok: false, reason: "not_yours" });
      expect(await someone.enter()).toEqual({ ok: false, reason: "not_yours" });
    }
  });

  test("moved to the employer's URL, everyone whose it was hears where", async () => {
    await inInterview();
    await as("owner");
    await query(
      `update schedules set video = 'external', meeting_url = 'https://meet.example/x' where id = '${ids.todayA}'`,
    );
    const moved = { ok: false, reason: "moved", meeting_url: "https://meet.example/x" };
    expect(await stu.poll()).toEqual(moved);
    expect(await ann.enter()).toEqual(moved);
    expect(await tab("interviewerB", 9).enter()).toEqual({ ok: false, reason: "not_yours" });
  });

  test("signals of more than two minutes, and yesterday's messages, are not kept", async () => {
    const { toStu } = await inInterview();
    await ann.signal({ ...toStu, body: {} });
    await ann.say("Today");
    await at("2026-03-03 15:02:01+00");
    expect((await stu.poll()).signals).toEqual([]);
    await at("2026-03-04 15:00:01+00");
    await ask(sue.claims, `join_video_room('${ids.slotTomorrow}', gen_random_uuid())`);
    await ask("student", `join_video_room('${ids.slotTomorrow}', gen_random_uuid())`);
    await as("owner");
    expect(await query("select id from video_room_messages")).toEqual([]);
  });
});
