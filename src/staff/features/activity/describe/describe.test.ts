import { expect, test } from "vitest";
import { describeActivity } from "./describe";
import type { ActivityRow } from "./line";

const said = (action: string, detail: object, names: object = {}) =>
  describeActivity({ action, detail, names } as ActivityRow);

/** A slot is called by its start. */
const halfPastNine = { subject: "2026-11-24T14:30:00+00:00", time_zone: "America/New_York" };

test("students come and go by name, at the slot's time", () => {
  const at = (names: [string | null, string | null], ids: [string | null, string | null]) =>
    said("slots.update", { student_id: ids }, { ...halfPastNine, student_id: names });
  expect(at([null, "Jordan Lee"], [null, "1"])).toBe("assigned Jordan Lee to 9:30 AM");
  expect(at(["Jordan Lee", null], ["1", null])).toBe("unassigned Jordan Lee from 9:30 AM");
  expect(at(["Jordan Lee", "Aisha Khan"], ["1", "2"])).toBe(
    "replaced Jordan Lee with Aisha Khan at 9:30 AM",
  );
});

test("several changes of a schedule are one sentence", () => {
  expect(
    said("schedules.update", {
      location: ["Room 1", "Room 2"],
      pattern: [{}, {}],
      released_at: ["2026-11-22T10:00:00Z", null],
    }),
  ).toBe("withdrew the release, moved it from Room 1 to Room 2 and changed its times");
});

test("a moved slot says both times on the schedule's clock", () => {
  expect(
    said(
      "slots.move",
      {
        starts_at: ["2026-11-24T14:30:00Z", "2026-11-24T15:00:00Z"],
        ends_at: ["2026-11-24T15:00:00Z", "2026-11-24T15:30:00Z"],
      },
      { time_zone: "America/New_York" },
    ),
  ).toBe("moved the slot of 9:30–10:00 AM to 10:00–10:30 AM");
});

test("a slot that is added or removed says its time", () => {
  const detail = { starts_at: "2026-11-24T14:30:00Z", ends_at: "2026-11-24T15:00:00Z" };
  const zone = { time_zone: "America/New_York" };
  expect(said("slots.add", { ...detail, kind: "break" }, zone)).toBe(
    "added a break, 9:30–10:00 AM",
  );
  expect(said("slots.remove", { ...detail, kind: "interview" }, zone)).toBe(
    "removed a slot, 9:30–10:00 AM",
  );
});

test("an import says how many rows came to what", () => {
  expect(said("students.import", { create: 120, error: 3 })).toBe(
    "imported students: 120 added and 3 left out",
  );
});

test("an outcome is followed by its note", () => {
  const marked = (detail: object) => said("slots.update", detail, halfPastNine);
  expect(marked({ outcome: [null, "student_no_show"], outcome_note: [null, "Called twice"] })).toBe(
    "marked 9:30 AM as student no-show (“Called twice”)",
  );
  expect(marked({ outcome_note: [null, "Called twice"] })).toBe(
    "added a note to 9:30 AM (“Called twice”)",
  );
  expect(marked({ outcome_note: ["Called twice", null] })).toBe("removed the note on 9:30 AM");
  expect(marked({ outcome: ["completed", null] })).toBe("cleared the outcome of 9:30 AM");
});

test("what the office does about a room is described by the interview's time", () => {
  expect(said("video_rooms.admit", {}, halfPastNine)).toBe("let the student of 9:30 AM in");
  expect(said("video_rooms.message", { body: "Hello" }, halfPastNine)).toBe(
    "wrote to the room of 9:30 AM: “Hello”",
  );
  expect(said("video_rooms.message", { video_rooms: 12, body: "Hello" })).toBe(
    "wrote to 12 rooms: “Hello”",
  );
});

test("who takes which slot is said by its time", () => {
  const start = halfPastNine.subject;
  const names = { ...halfPastNine, interviewer_id: [null, "Priya Raman"], slot_id: [null, start] };
  const ids = { interviewer_id: [null, "1"], slot_id: [null, "2"] };
  expect(said("slot_interviewers.insert", ids, names)).toBe("gave 9:30 AM to Priya Raman");
});

test("a replaced interviewer and who took over are named in one sentence", () => {
  const names = { interviewer_id: ["Sam Okafor", "Priya Raman"] };
  expect(said("schedule_interviewers.replace", { interviewer_id: ["1", "2"] }, names)).toBe(
    "replaced Sam Okafor with Priya Raman",
  );
});

test("an action without a description of its own still shows", () => {
  expect(said("video_rooms.open", {})).toBe("video rooms open");
});
