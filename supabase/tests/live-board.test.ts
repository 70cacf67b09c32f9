import { beforeEach, describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withVideoRoom } from "./video-room";
import { withFixture } from "./with-fixture";

const fixture = withFixture();
const { as, at, attempt, one, query, refused } = fixture;
const { ask, tab } = withVideoRoom(fixture);

interface Interview {
  id: string;
  state: string;
  student_member_id: string;
  student_waiting_since: string | null;
  interviewers: { name: string; present: boolean }[];
  connection: string | null;
  outcome: string | null;
  outcome_note: string | null;
  staff: string[];
}

const ann = tab("interviewerA", 1);
const stu = tab("student", 2);
const ada = tab("admin", 3);

const board = async () => {
  await as("viewer");
  return (await one<{ interviews: Interview[] }>("select live_board()")).interviews;
};
const interview = async (slot: string = ids.slotA1) =>
  (await board()).find((found) => found.id === slot);
const audit = async () => {
  await as("owner");
  return query("select actor_name, action, detail from activity order by id");
};

beforeEach(async () => {
  await query("delete from video_rooms");
  await query("delete from activity");
  await at("2026-03-03 09:10:00+00");
});

describe("an interview's state", () => {
  const state = async () => (await interview())?.state;

  test("follows its room from upcoming to completed", async () => {
    await at("2026-03-03 08:50:00+00");
    expect(await state()).toBe("upcoming");
    await at("2026-03-03 09:10:00+00");
    expect(await state()).toBe("late");
    const {
      you: { member_id },
    } = await stu.enter();
    expect(await interview()).toMatchObject({ state: "waiting", student_member_id: member_id });
    expect((await interview())?.student_waiting_since).toMatch(/2026-03-03.09:10:00/);
    await ann.enter();
    expect(await state()).toBe("waiting");
    await ann.admit(member_id);
    expect(await interview()).toMatchObject({ state: "in_progress", student_waiting_since: null });
    await at("2026-03-03 09:31:00+00");
    for (const someone of [ann, stu]) await someone.poll();
    expect(await state()).toBe("overtime");
    await ann.finish();
    expect(await state()).toBe("completed");
    await ann.reopen();
    expect(await state()).toBe("overtime");
  });

  test("is in progress while connections fail, and completed once all have gone", async () => {
    const {
      you: { member_id },
    } = await stu.enter();
    await ann.enter();
    await ann.admit(member_id);
    await at("2026-03-03 09:20:00+00");
    expect(await state()).toBe("in_progress");
    await at("2026-03-03 09:35:00+00");
    expect(await state()).toBe("completed");
  });

  test("is missed when its time has passed and nobody was let in", async () => {
    await stu.enter();
    await at("2026-03-03 09:31:00+00");
    expect(await state()).toBe("missed");
  });

  test("goes by the clock where there is no room, and by its outcome once it has one", async () => {
    await query(
      `update schedules set format = 'in_person', video = null, location = 'Room 1' where id = '${ids.todayB}'`,
    );
    const states = [];
    for (const time of ["08:59", "09:00", "09:30"]) {
      await at(`2026-03-03 ${time}:00+00`);
      states.push((await interview(ids.slotB1))?.state);
    }
    expect(states).toEqual(["upcoming", "in_progress", "completed"]);
    await at("2026-03-03 09:00:00+00");
    await query(`update slots set outcome = 'student_no_show' where id = '${ids.slotB1}'`);
    expect((await interview(ids.slotB1))?.state).toBe("completed");
  });
});

test("the board tells who is there and whose connection is poor", async () => {
  await ann.enter();
  await ann.poll(0, 0, { connection: "good" });
  await stu.enter();
  await stu.poll(0, 0, { connection: "poor" });
  await ada.enter();
  expect(await interview()).toMatchObject({
    interviewers: [
      { name: "Abe A", present: false },
      { name: "Ann A", present: true },
    ],
    staff: ["Ada"],
    connection: "poor",
  });
  await stu.leave();
  expect((await interview())?.connection).toBe("good");
});

test("it holds today's interviews with a student that people were notified of, and no others", async () => {
  const slots = (await board()).map((found) => found.id);
  expect(slots.toSorted()).toEqual([ids.slotA1, ids.slotB1].toSorted());
  await as("owner");
  await query(`update schedules set released_at = now() where id = '${ids.draftA}'`);
  await query(`update schedules set canceled_at = now() where id = '${ids.todayB}'`);
  expect((await board()).map((found) => found.id).toSorted()).toEqual(
    [ids.slotA1, ids.slotDraft].toSorted(),
  );
});

test("an account that is not of the staff sees an empty board", async () => {
  await as("stranger");
  expect(await one("select live_board() -> 'interviews'")).toEqual([]);
});

test("an admin admits and hands off from the board, and both are in the activity", async () => {
  const {
    you: { member_id },
  } = await stu.enter();
  expect(await ada.admit(member_id)).toEqual({ ok: true });
  expect((await stu.poll()).you.admitted).toBe(true);
  await ada.admit(member_id);
  await ada.finish();
  await ada.reopen();
  expect((await audit()).map((line) => line.action)).toEqual([
    "video_rooms.admit",
    "video_rooms.finish",
    "video_rooms.reopen",
  ]);
  expect(await query("select distinct names ->> 'subject' as room from activity")).toEqual([
    { room: "2026-03-03T09:00:00+00:00" },
  ]);
});

describe("an outcome", () => {
  const mark = (outcome: string | null, note: string | null = null) =>
    ask(
      "admin",
      `set_outcome('${ids.slotA1}', ${outcome ? `'${outcome}'` : "null"}, ${note ? `'${note}'` : "null"})`,
    );

  test("is marked with a note, changed and taken back, each in the activity once", async () => {
    expect(await mark("student_no_show", " Called twice ")).toMatchObject({ ok: true });
    expect(await interview()).toMatchObject({
      outcome: "student_no_show",
      outcome_note: "Called twice",
    });
    await mark("student_no_show", "Called twice");
    await mark(null, "Never mind");
    expect(await interview()).toMatchObject({ outcome: null, outcome_note: null });
    expect(await audit()).toMatchObject([
      { actor_name: "Ada", action: "slots.update", detail: { outcome: [null, "student_no_show"] } },
      { action: "slots.update", detail: { outcome: ["student_no_show", null] } },
    ]);
  });

  test("goes with the student it is about", async () => {
    await mark("completed", "Fine");
    await ask("admin", `assign_student('${ids.slotA1}', null)`);
    await as("owner");
    expect(
      await query(`select outcome, outcome_note from slots where id = '${ids.slotA1}'`),
    ).toEqual([{ outcome: null, outcome_note: null }]);
  });

  test.each([
    ["of a later day", ids.slotTomorrow, "'completed'", "interview_on_a_later_day"],
    ["of an empty slot", ids.slotA2, "'completed'", "slot_empty"],
    ["of no slot", ids.memberA, "'completed'", "not_found"],
    [
      "with an endless note",
      ids.slotA1,
      `'completed', repeat('x', 501)`,
      "slots_outcome_note_check",
    ],
  ])("%s is refused", async (_what, slot, values, reason) => {
    expect(await ask("admin", `set_outcome('${slot}', ${values})`)).toMatchObject({
      ok: false,
      reason,
    });
  });
});

describe("a notice", () => {
  const send = async (slots: string[], body: string) => {
    await as("admin");
    return attempt<number>(
      `select message_video_rooms(array['${slots.join("', '")}']::uuid[], '${body}')`,
    );
  };

  test("reaches those in the room, those who wait and those who come later", async () => {
    await stu.enter();
    expect(await send([ids.slotA1, ids.slotB1, ids.slotTomorrow], " Five minutes ")).toEqual({
      value: 2,
    });
    const notice = { kind: "notice", from: "Ada", role: "staff", body: "Five minutes" };
    expect((await stu.poll()).messages).toMatchObject([notice]);
    await ann.enter();
    expect((await ann.poll()).messages).toMatchObject([notice]);
    expect(await audit()).toMatchObject([
      { action: "video_rooms.message", detail: { video_rooms: 2 } },
    ]);
  });

  test("is not for rooms that were handed off", async () => {
    await ann.enter();
    await ann.finish();
    expect(await send([ids.slotA1], "Hello")).toEqual({ value: 0 });
  });

  test("of nothing is refused", async () => {
    expect(await send([ids.slotA1], "  ")).toMatchObject({ code: "message_length" });
  });
});

describe("moving to the employer's URL", () => {
  const move = (schedule: string, url: string | null) =>
    ask("admin", `set_meeting_url('${schedule}', ${url ? `'${url}'` : "null"})`);

  test("shows on the same Interview Link, and can be taken back", async () => {
    expect(await move(ids.todayA, "https://meet.example/abc")).toMatchObject({ ok: true });
    await as("interviewerA");
    const page = () =>
      one(
        `select s from jsonb_array_elements(interview_experience() -> 'schedules') s where s ->> 'id' = '${ids.todayA}'`,
      );
    expect(await page()).toMatchObject({
      video: "external",
      meeting_url: "https://meet.example/abc",
    });
    expect(await move(ids.todayA, null)).toMatchObject({ ok: true });
    await as("interviewerA");
    expect(await page()).toMatchObject({ video: "in_app", meeting_url: null });
    expect((await audit()).map((line) => line.action)).toEqual([
      "schedules.update",
      "schedules.update",
    ]);
  });

  test.each([
    [ids.todayA, "http://meet.example/abc", "schedules_meeting_url_check"],
    [ids.tomorrowA, "https://meet.example/abc", "not_a_virtual_schedule_of_today"],
    [ids.memberA, "https://meet.example/abc", "not_found"],
  ])("%s to %s is refused", async (schedule, url, reason) => {
    expect(await move(schedule, url)).toMatchObject({ ok: false, reason });
  });
});

test("attendance keeps first and last presence, and the office alone reads it", async () => {
  await ann.enter();
  await at("2026-03-03 09:20:00+00");
  await ann.poll();
  await at("2026-03-03 09:25:00+00");
  await ann.leave();
  await as("viewer");
  expect(
    await query("select name, role, first_seen_at::text, last_seen_at::text from attendance"),
  ).toEqual([
    {
      name: "Ann A",
      role: "interviewer",
      first_seen_at: "2026-03-03 09:10:00+00",
      last_seen_at: "2026-03-03 09:25:00+00",
    },
  ]);
  await as("interviewerA");
  expect(await refused("select * from attendance")).toBe("42501");
});
