import { expect, test } from "vitest";
import { announcement, changesBetween } from "./changes";
import type { Schedule, StudentDocument } from "./experience";
import { at, experience, interview, schedule, slot, today } from "./fixtures";
import { type StudentExperience, studentDays } from "./student-days";

const day = today();

/** How what becomes of an interviewer's days is marked and announced. */
function said(before: Schedule[], after: Schedule[], now = at("09:10")) {
  return changesBetween(experience(before), experience(after, now)).map(
    ({ mark, text }) => `${mark ?? "-"} ${text}`,
  );
}

const withSlots = (...slots: ReturnType<typeof slot>[]) => [today({ slots })];
const jordan = slot("09:00", "09:30", "Jordan Lee");
const aisha = slot("10:00", "10:30", "Aisha Khan");
const open = slot("10:30", "11:00", null);
const lunch = { ...open, kind: "break" as const, label: "Lunch" };
const file = (id: string): StudentDocument => ({
  id,
  kind: "resume",
  file_name: "cv.pdf",
  size: 1,
});
const withFile = (id: string) => ({
  ...jordan,
  student: { full_name: "Jordan Lee", program: "JD", class_year: 2027, documents: [file(id)] },
});
const free = (one: typeof jordan) => ({ ...one, student: null });

test("nothing has changed", () => {
  expect(said([day], [structuredClone(day)])).toEqual([]);
});

test.each([
  [
    "a student moves",
    [jordan, open],
    [free(jordan), { ...open, student: jordan.student }],
    ["Changed ", "Changed Jordan Lee: now 10:30 AM EST", "- "],
  ],
  [
    "two students swap",
    [jordan, aisha],
    [
      { ...jordan, student: aisha.student },
      { ...aisha, student: jordan.student },
    ],
    ["Changed Aisha Khan: now 9:00 AM EST", "Changed Jordan Lee: now 10:00 AM EST"],
  ],
  [
    "a student is replaced",
    [jordan],
    [{ ...jordan, student: aisha.student }],
    ["Changed New: Aisha Khan, 9:00 AM EST", "- Removed: Jordan Lee, 9:00 AM EST"],
  ],
  [
    "a student comes",
    [open],
    [{ ...open, student: aisha.student }],
    ["Changed New: Aisha Khan, 10:30 AM EST", "- "],
  ],
  ["a student goes", [jordan], [free(jordan)], ["Changed ", "- Removed: Jordan Lee, 9:00 AM EST"]],
  [
    "a slot is later",
    [aisha],
    [{ ...slot("10:15", "10:45", "Aisha Khan"), id: aisha.id }],
    ["Changed Aisha Khan: now 10:15 AM EST"],
  ],
  ["a slot is added", [jordan], [jordan, aisha], ["New New: Aisha Khan, 10:00 AM EST"]],
  ["an open slot is added", [jordan], [jordan, open], ["New New: Open, 10:30 AM EST"]],
  ["a slot is removed", [jordan, aisha], [jordan], ["- Removed: Aisha Khan, 10:00 AM EST"]],
  ["an open slot is removed", [jordan, open], [jordan], ["- Removed: Open, 10:30 AM EST"]],
  [
    "a colleague joins",
    [jordan],
    [{ ...jordan, with: ["Sam Okafor"] }],
    ["Changed Jordan Lee: now with Sam Okafor"],
  ],
  [
    "a colleague leaves",
    [{ ...jordan, with: ["Sam Okafor"] }],
    [jordan],
    ["Changed Jordan Lee: now with nobody else"],
  ],
  ["a document comes", [jordan], [withFile("1")], ["Changed Jordan Lee: now Résumé"]],
  ["a document goes", [withFile("1")], [jordan], ["Changed Jordan Lee: now no documents"]],
  [
    "a document is replaced",
    [withFile("1")],
    [withFile("2")],
    ["Changed Jordan Lee: details changed"],
  ],
  ["a break is named", [{ ...lunch, label: null }], [lunch], ["Changed Break: now Lunch"]],
])("%s", (_what, before, after, changes) => {
  expect(said(withSlots(...before), withSlots(...after))).toEqual(changes);
});

test.each<[string, Partial<Schedule>, string[]]>([
  [
    "another room",
    { format: "in_person", video: null, location: "Room 204" },
    ["Changed Tuesday, November 24: now Room 204"],
  ],
  [
    "another link",
    { meeting_url: "https://meet.example/x" },
    ["Changed Tuesday, November 24: details changed"],
  ],
  ["another job", { position: "Counsel" }, ["Changed Tuesday, November 24: now Counsel"]],
  ["canceled", { canceled: true, slots: [] }, ["Changed Canceled: Tuesday, November 24", "- "]],
  [
    "another day",
    { on_date: "2026-11-26", day: "before", slots: [] },
    ["Changed Tuesday, November 24: now Thursday, November 26, 9:00–11:00 AM"],
  ],
])("today: %s", (_what, change, text) => {
  expect(said([day], [today(change)])).toEqual(text);
});

test("restored, added, withdrawn", () => {
  const restored = said([today({ canceled: true, slots: [] })], [day]);
  expect(restored).toEqual(["Changed New: Tuesday, November 24", "- "]);
  expect(said([], [day])).toEqual(["New New: Tuesday, November 24"]);
  expect(said([day], [])).toEqual(["- Removed: Tuesday, November 24"]);
});

test("before its day a schedule says when it is", () => {
  expect(said([schedule()], [schedule({ ends_at: "2026-11-24T17:00:00Z" })])).toEqual([
    "Changed Tuesday, November 24: now 9:00 AM – 12:00 PM",
  ]);
});

test("what midnight does is no news", () => {
  expect(said([schedule()], [day], at("00:00", "2026-11-25"))).toEqual([]);
  expect(said([day], [schedule({ day: "over" })], at("00:00", "2026-11-25"))).toEqual([]);
  expect(said([day], [], at("00:00", "2026-11-25"))).toEqual([]);
});

test("on a student's page the employer is named, once", () => {
  const { now, version, school } = experience([]);
  const days = (student: Partial<StudentExperience>) =>
    studentDays({
      now,
      version,
      school,
      person: { full_name: "Jordan Lee" },
      interviews: [],
      canceled: [],
      ...student,
    });
  const mine = interview({ day: "today" });
  const { schedule_id, employer, position, on_date, time_zone } = mine;
  const texts = (after: Partial<StudentExperience>) =>
    announcement(changesBetween(days({ interviews: [mine] }), days(after)));
  const later = { starts_at: "2026-11-24T14:15:00Z", ends_at: "2026-11-24T14:45:00Z" };
  expect(texts({ interviews: [{ ...mine, ...later }] })).toBe(
    "Northwind LLP, Tuesday, November 24: now 9:15–9:45 AM.",
  );
  expect(texts({ interviews: [{ ...mine, with: ["Sam Okafor"] }] })).toBe(
    "Northwind LLP: now with Sam Okafor.",
  );
  expect(texts({ canceled: [{ schedule_id, employer, position, on_date, time_zone }] })).toBe(
    "Canceled: Northwind LLP, Tuesday, November 24.",
  );
});

test("many changes are announced as three and a number", () => {
  const change = (text: string) => ({ id: text, mark: "New" as const, text });
  expect(announcement(["A", "B", "C"].map(change))).toBe("A. B. C.");
  expect(announcement(["A", "B", "C", "D"].map(change))).toBe("A. B. C. And 1 more.");
  expect(announcement(["A", "", "C", "D", "E", "F"].map(change))).toBe("A. C. D. And 2 more.");
});
