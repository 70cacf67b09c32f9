import type { PostgrestClient } from "@supabase/postgrest-js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DomainError, toDomainError } from "../../src/lib/errors/domain-error";
import { ids } from "./access-matrix";
import { claims, fixture } from "./fixture";
import { openDatabase, type Session } from "./harness";
import { answerOf, type RoomResult } from "./video-room";

let db: Session;
let ann: ReturnType<typeof inRoom>;
let stu: ReturnType<typeof inRoom>;

/** Someone's tab, through the API as a browser would: requests truly meet on a server. */
function inRoom(api: PostgrestClient, session: string) {
  const here = { p_slot_id: ids.slotA1, p_session: session };
  const rpc = async (name: string, parameters: object = {}) => {
    const { data, error } = await api.rpc(name, { p_slot_id: ids.slotA1, ...parameters });
    const refusal = toDomainError(error);
    if (refusal === null || refusal instanceof DomainError) return answerOf(data, refusal);
    throw refusal;
  };
  return {
    session,
    enter: () => rpc("join_video_room", here),
    poll: (ack = 0, seen = 0) => rpc("poll_video_room", { ...here, p_ack: ack, p_seen: seen }),
    signal: (signals: unknown) => rpc("send_video_room_signals", { ...here, p_signals: signals }),
    say: (body: string) => rpc("send_video_room_message", { ...here, p_body: body }),
    admit: (member: string) => rpc("admit_to_video_room", { p_member_id: member }),
    finish: () => rpc("finish_interview"),
    reopen: () => rpc("reopen_interview"),
  };
}

const rows = async (table: string) => {
  const [found] = await db.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return found?.n;
};
const times = <T>(count: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

beforeAll(async () => {
  db = await openDatabase();
  await db.exec(fixture);
  ann = inRoom(await db.as(claims.interviewerA), ids.session);
  stu = inRoom(await db.as(claims.student), ids.memberA);
});
afterAll(() => db.close());

let to: { to: string; session: string };

beforeEach(async () => {
  await db.exec("delete from video_rooms");
  await ann.enter();
  const {
    you: { member_id },
  } = await stu.enter();
  await ann.admit(member_id);
  to = { to: member_id, session: stu.session };
});

describe("what is malformed", () => {
  const fine = () => ({ ...to, body: { d: 1 } });
  test.each<[string, () => unknown]>([
    ["no array", () => ({ ...fine() })],
    ["a number", () => 7],
    ["null", () => null],
    ["an array of numbers", () => [1, 2]],
    ["a signal without an addressee", () => [{ session: to.session, body: {} }]],
    ["an addressee that is no id", () => [{ ...fine(), to: "' or true --" }]],
    ["an addressee that is an array", () => [{ ...fine(), to: [to.to] }]],
    ["a session that is no id", () => [{ ...fine(), session: "x" }]],
    ["a body that is a text", () => [{ ...fine(), body: "x" }]],
    ["no body", () => [to]],
    ["a body of more than 16 KB", () => [{ ...to, body: { d: "x".repeat(16_400) } }]],
    ["more than twenty signals", () => Array.from({ length: 21 }, fine)],
    ["one bad among good ones", () => [fine(), fine(), { to: 1 }]],
  ])("%s writes nothing", async (_what, make) => {
    expect(await ann.signal(make())).toEqual({ ok: false, reason: "malformed" });
    expect(await rows("video_room_signals")).toBe(0);
  });

  test("sixteen kilobytes and twenty signals pass", async () => {
    const body = { d: "x".repeat(16_300) };
    expect(await ann.signal(Array.from({ length: 20 }, () => ({ ...to, body })))).toEqual({
      ok: true,
    });
    expect(await rows("video_room_signals")).toBe(20);
  });

  test.each([
    ["nothing", ""],
    ["blanks", "   "],
    ["2001 characters", "x".repeat(2001)],
  ])("a message of %s is not written", async (_what, body) => {
    expect(await ann.say(body)).toEqual({ ok: false, reason: "malformed" });
    expect(await rows("video_room_messages")).toBe(0);
  });
});

describe("a flood", () => {
  const twenty = () => Array.from({ length: 20 }, () => ({ ...to, body: {} }));

  test("of unread signals stops at 200, and the call goes on once they are read", async () => {
    const answers = await times(15, () => ann.signal(twenty()));
    expect(await rows("video_room_signals")).toBe(200);
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ reason: "too_much", retry_after_ms: 2000 });
    expect((await stu.poll()).signals).toHaveLength(50);
    const last = (await stu.poll()).signals.at(-1)?.id;
    await stu.poll(last);
    expect(await ann.signal(twenty())).toEqual({ ok: true });
  });

  test("of signals that are read at once stops at 600 a minute", async () => {
    let written = 0;
    let answer: RoomResult | undefined;
    for (let n = 0; n < 31; n += 1) {
      answer = await ann.signal(twenty());
      if (answer.ok) written += 20;
      await stu.poll(9_000_000_000);
    }
    expect(written).toBe(600);
    expect(answer).toEqual({ ok: false, reason: "too_much", retry_after_ms: 60_000 });
    expect(await rows("video_room_signals")).toBe(0);
    // Another's minute is their own.
    const annId = (await stu.poll()).members.find((member) => member.role === "interviewer")?.id;
    expect(await stu.signal([{ to: annId, session: ann.session, body: {} }])).toEqual({ ok: true });
  });

  test("of messages stops at 30 a minute", async () => {
    const answers = await times(50, (n) => ann.say(`Message ${n}`));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(30);
    expect(await rows("video_room_messages")).toBe(30);
  });

  test("of tabs stays one member", async () => {
    await times(30, async () =>
      inRoom(await db.as(claims.interviewerA), crypto.randomUUID()).enter(),
    );
    expect(await rows("video_room_members")).toBe(2);
  });
});

describe("at the same moment", () => {
  test("twenty admissions admit once", async () => {
    const {
      you: { member_id },
    } = await stu.enter();
    await db.exec("update video_room_members set admitted_at = null");
    await db.exec("delete from activity");
    const answers = await times(20, () => ann.admit(member_id));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect((await stu.poll()).you.admitted).toBe(true);
  });

  test("polls of one tab all see every signal until it is acknowledged", async () => {
    await ann.signal([{ ...to, body: { n: 1 } }]);
    const polls = await times(20, () => stu.poll());
    expect(polls.every((poll) => poll.signals.length === 1)).toBe(true);
  });

  test("messages of many writers are seen once each, however polls fall between them", async () => {
    const seen: number[] = [];
    let writing = true;
    const reading = (async () => {
      for (;;) {
        const last = !writing;
        const { messages } = await stu.poll(0, seen.at(-1));
        seen.push(...messages.map((message) => message.id));
        if (last && messages.length === 0) return;
      }
    })();
    await times(50, (n) => (n % 2 ? ann : stu).say(`Message ${n}`));
    writing = false;
    await reading;
    expect(seen).toHaveLength(50);
    expect(new Set(seen).size).toBe(50);
  });

  test("signals of two senders to one are each handled once, though every poll acknowledges what it saw", async () => {
    const abe = "20000000-0000-4000-8000-0000000000a2";
    await db.exec(
      `insert into access_links (id, interviewer_id) values ('${abe}', '${ids.colleagueA}') on conflict do nothing`,
    );
    const api = await db.as({ ...claims.interviewerA, sub: abe, link_id: abe });
    const second = inRoom(api, ids.batch);
    await second.enter();
    const handled: number[] = [];
    let acknowledged = 0;
    let sending = true;
    const reading = (async () => {
      for (;;) {
        const last = !sending;
        const { signals } = await stu.poll(acknowledged);
        handled.push(...signals.map((signal) => (signal.body as { n: number }).n));
        acknowledged = signals.at(-1)?.id ?? acknowledged;
        if (last && signals.length === 0) return;
      }
    })();
    await times(100, (n) => (n % 2 ? ann : second).signal([{ ...to, body: { n } }]));
    sending = false;
    await reading;
    expect(handled.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  test("a hand-off while everyone writes leaves nothing that the student wrote or could read", async () => {
    for (let round = 0; round < 5; round += 1) {
      const annId = (await stu.poll()).members.find((member) => member.role === "interviewer")?.id;
      await Promise.all([
        times(10, () => stu.say("Still here")),
        times(10, () => stu.signal([{ to: annId, session: ann.session, body: {} }])),
        times(10, () => ann.signal([{ ...to, body: {} }])),
        ann.finish(),
      ]);
      expect(await rows("video_room_messages")).toBe(0);
      expect(await rows("video_room_signals")).toBe(0);
      expect(await stu.poll()).toEqual({ ok: false, reason: "closed" });
      await ann.reopen();
      await db.exec("update video_room_members set signals_sent = 0");
    }
  });
});
