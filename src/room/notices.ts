import type { RoomState } from "./engine/room-state";
import { timeNotice } from "./labels";
import type { Member } from "./room-api";

/** What happened between two states of the room that everyone in it should hear of. */
export function noticesBetween(before: RoomState, after: RoomState): string[] {
  if (after.phase !== "in") return [];
  return [
    ...arrivalNotices(before, after),
    ...waitingNotices(before, after),
    ...messages(before, after),
    ...screenNotices(before, after),
    ...connectionNotices(before, after),
  ];
}

/** What the clock has to say between two moments, in ms of the server's time. */
export function noticeForTime(state: RoomState, from: number, to: number): string | null {
  const { interview, next, phase } = state;
  if (!interview || phase !== "in") return null;
  const text = timeNotice(interview, from, to);
  if (!text) return null;
  return next?.waiting ? `${text}. The next candidate, ${next.student}, is waiting.` : `${text}.`;
}

const isIn = ({ people }: RoomState, id: string) =>
  people.some((person) => person.id === id && person.connection === "connected");

function arrivalNotices(before: RoomState, after: RoomState): string[] {
  const everyone = [...before.people, ...after.people];
  const ids = new Set(everyone.map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const name = everyone.find((person) => person.id === id)?.name ?? "";
    if (!isIn(before, id) && isIn(after, id)) return [`${name} is here.`];
    const isGone = !after.people.some((person) => person.id === id);
    return isGone && before.phase === "in" ? [`${name} left.`] : [];
  });
}

/** Students waiting to be admitted; none after the hand-off. */
export function waitingMembers({ members, interview }: RoomState): Member[] {
  if (interview?.finished) return [];
  return members.filter(
    ({ role, admitted, present }) => role === "student" && !admitted && present,
  );
}

function waitingNotices(before: RoomState, after: RoomState): string[] {
  const was = waitingMembers(before).map(({ id }) => id);
  const arrived = waitingMembers(after).filter(({ id }) => !was.includes(id));
  const next = !before.next?.waiting && after.next?.waiting ? [after.next.student] : [];
  return [
    ...arrived.map(({ name }) => `${name} is waiting to be let in.`),
    ...next.map((name) => `The next candidate, ${name}, is waiting.`),
  ];
}

function messages(before: RoomState, after: RoomState): string[] {
  const known = before.messages.at(-1)?.id ?? 0;
  // What was said before one came in is there to be read.
  if (before.phase !== "in") return [];
  return after.messages
    .filter(({ id, mine }) => id > known && !mine)
    .map(({ from, body, kind }) => (kind === "notice" ? `${body}` : `${from} writes: ${body}`));
}

const sharing = ({ people }: RoomState) =>
  people.filter(({ state }) => state.screen).map(({ name }) => name);

function screenNotices(before: RoomState, after: RoomState): string[] {
  const were = sharing(before);
  const started = sharing(after).filter((name) => !were.includes(name));
  return started.map((name) => `${name} shares their screen.`);
}

function connectionNotices(before: RoomState, after: RoomState): string[] {
  if (!before.isVideoPaused && after.isVideoPaused) {
    return ["Your connection is slow. Your camera is paused so that your voice gets through."];
  }
  if (before.isVideoPaused && !after.isVideoPaused) return ["Your camera is on again."];
  if (!before.interview?.finished && after.interview?.finished) return ["The interview was ended."];
  return [];
}
