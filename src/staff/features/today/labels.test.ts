import { expect, test } from "vitest";
import type { Interview } from "./api";
import { shownInterviews } from "./filters";
import { attentionLabel, timeLabel } from "./labels";

const interview = (changes: Partial<Interview> = {}) =>
  ({
    employer: "Northwind LLP",
    position: "Summer Associate",
    student: "Jordan Lee",
    interviewers: [{ name: "Priya Raman", present: false }],
    location: null,
    video: "in_app",
    starts_at: "2026-11-24T14:30:00Z",
    ends_at: "2026-11-24T15:00:00Z",
    connection: null,
    student_waiting_since: null,
    student_present: false,
    state: "upcoming",
    ...changes,
  }) as Interview;
const at = (time: string) => new Date(`2026-11-24T${time}Z`);

test("time is counted to the start, to the end and over it, in started minutes", () => {
  expect(timeLabel(interview(), at("14:05:00"))).toBe("in 25 min");
  expect(timeLabel(interview(), at("14:29:30"))).toBe("in 1 min");
  expect(timeLabel(interview(), at("12:00:00"))).toBeNull();
  expect(timeLabel(interview(), at("14:40:00"))).toBe("20 min left");
  const going = interview({ state: "in_progress" });
  expect(timeLabel(going, at("14:48:30"))).toBe("12 min left");
  expect(timeLabel(interview({ state: "overtime" }), at("15:04:20"))).toBe("4 min over");
  expect(timeLabel(interview({ state: "completed" }), at("15:04:20"))).toBeNull();
});

test("what the office should look into: connections first, then who is missing", () => {
  const attention = (changes: Partial<Interview>) =>
    attentionLabel(interview(changes), at("14:31:00"));
  expect(attention({ state: "in_progress", connection: "lost" })).toBe("Connection lost");
  const present = [{ name: "Priya Raman", present: true }];
  const going: Partial<Interview> = { state: "in_progress", connection: "good" };
  expect(attention({ ...going, interviewers: present, student_present: true })).toBeNull();
  expect(attention({ ...going, interviewers: present })).toBe("Student left");
  expect(attention({ ...going, student_present: true })).toBe("No interviewer here");
  expect(attention(going)).toBe("Everyone left");
  expect(attention({ ...going, video: null })).toBeNull();
  expect(attention({ state: "waiting", student_waiting_since: "2026-11-24T14:28:00Z" })).toBe(
    "Waiting for 3 min",
  );
  expect(attention({ state: "waiting", student_waiting_since: "2026-11-24T14:30:40Z" })).toBe(
    "Just arrived",
  );
  expect(attention({ state: "late" })).toBe("Nobody here yet");
  expect(attention({ state: "late", interviewers: present })).toBe("Student not here");
  expect(attention({})).toBeNull();
  expect(attention({ video: null })).toBeNull();
  expect(attention({ state: "completed", connection: "lost" })).toBeNull();
});

test("interviews are found by any word of theirs, and what is over stands last", () => {
  const over = interview({ student: "Aisha Khan", state: "completed" });
  const all = [over, interview(), interview({ employer: "Contoso", student: "Mateo Alvarez" })];
  const names = (filters: object) =>
    shownInterviews(all, { q: "", state: null, employer: null, ...filters }).map(
      ({ student }) => student,
    );
  expect(names({})).toEqual(["Jordan Lee", "Mateo Alvarez", "Aisha Khan"]);
  expect(names({ q: "raman contoso" })).toEqual(["Mateo Alvarez"]);
  expect(names({ state: "completed" })).toEqual(["Aisha Khan"]);
  expect(names({ employer: "Contoso" })).toEqual(["Mateo Alvarez"]);
  expect(names({ q: "nobody" })).toEqual([]);
});
