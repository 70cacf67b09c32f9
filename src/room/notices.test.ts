import { expect, test } from "vitest";
import { emptyRoom, type Person, type RoomState } from "./engine/room-state";
import { noticeForTime, noticesBetween } from "./notices";
import type { Member, Message } from "./room-api";

const jordan: Member = {
  id: "jordan",
  session: "s",
  role: "student",
  name: "Jordan Lee",
  admitted: false,
  present: true,
  state: {},
};
const inside: RoomState = {
  ...emptyRoom,
  phase: "in",
  interview: {
    starts_at: "2026-11-24T14:30:00Z",
    ends_at: "2026-11-24T15:00:00Z",
    time_zone: "America/New_York",
    employer: "Northwind LLP",
    position: null,
    student: { full_name: "Jordan Lee" },
    interviewers: [],
    late_minutes: 0,
    finished: false,
  },
};
const person = (connection: RTCPeerConnectionState): Person => ({
  ...jordan,
  id: "jordan",
  admitted: true,
  connection,
  media: null,
});
const next = { slot_id: "2", starts_at: "", student: "Aisha Khan", waiting: false };
const between = (before: Partial<RoomState>, after: Partial<RoomState>) =>
  noticesBetween({ ...inside, ...before }, { ...inside, ...after });

test("who comes, connects and leaves is announced once", () => {
  expect(between({}, { members: [jordan] })).toEqual(["Jordan Lee is waiting to be let in."]);
  expect(between({ members: [jordan] }, { members: [jordan] })).toEqual([]);
  expect(between({}, { people: [person("connecting")] })).toEqual([]);
  expect(between({ people: [person("connecting")] }, { people: [person("connected")] })).toEqual([
    "Jordan Lee is here.",
  ]);
  expect(between({ people: [person("connected")] }, {})).toEqual(["Jordan Lee left."]);
});

test("nobody waits for an interview that has ended", () => {
  const interview = inside.interview && { ...inside.interview, finished: true };
  expect(between({}, { members: [jordan], interview })).toEqual(["The interview was ended."]);
});

test("the next candidate's arrival is announced", () => {
  expect(between({ next }, { next: { ...next, waiting: true } })).toEqual([
    "The next candidate, Aisha Khan, is waiting.",
  ]);
});

test("a message of somebody else is read out, one's own is not, nor what came before oneself", () => {
  const message: Message = {
    id: 4,
    from: "Priya",
    role: "interviewer",
    kind: "chat",
    mine: false,
    body: "Hello",
    at: "",
  };
  expect(between({}, { messages: [message] })).toEqual(["Priya writes: Hello"]);
  expect(between({}, { messages: [{ ...message, mine: true }] })).toEqual([]);
  expect(between({ phase: "entering" }, { messages: [message] })).toEqual([]);
});

test("a paused camera says why, and when it is back", () => {
  expect(between({}, { isVideoPaused: true })[0]).toContain("camera is paused");
  expect(between({ isVideoPaused: true }, {})).toEqual(["Your camera is on again."]);
});

test("when time is up, one hears who is waiting", () => {
  const end = Date.parse("2026-11-24T15:00:00Z");
  expect(noticeForTime(inside, end - 500, end)).toBe("Time is up for this interview.");
  const waiting = { ...inside, next: { ...next, waiting: true } };
  expect(noticeForTime(waiting, end - 500, end)).toContain("Aisha Khan, is waiting");
  expect(noticeForTime({ ...inside, phase: "waiting" }, end - 500, end)).toBeNull();
});
