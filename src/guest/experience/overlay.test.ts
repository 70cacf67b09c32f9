import { beforeEach, expect, test, vi } from "vitest";
import { at, experience, schedule, today } from "./fixtures";
import { currentExcursion, goOn, keptExcursion, setOut } from "./overlay";

let entries: unknown[];

beforeEach(() => {
  entries = [null];
  vi.stubGlobal("history", {
    get state() {
      return entries.at(-1);
    },
    pushState: (state: unknown) => entries.push(state),
    replaceState: (state: unknown) => entries.splice(-1, 1, state),
  });
});

const day = experience([today()], at("09:10"));
const room = { to: "room", slotId: "09:00" } as const;

test("a reload leads back to where one was, and one step back to the page", () => {
  expect(keptExcursion(day)).toBeNull();
  setOut({ to: "check" });
  goOn(room);
  expect(keptExcursion(day)).toEqual(room);
  entries.pop();
  expect(currentExcursion()).toBeNull();
});

test("but not into a room that is none of this person's today", () => {
  setOut(room);
  expect(keptExcursion(experience([schedule()]))).toBeNull();
  expect(keptExcursion(experience([today({ video: "employer_url" })]))).toBeNull();
  expect(keptExcursion(experience([today({ cancelled: true })]))).toBeNull();
  goOn({ to: "room", slotId: "another" });
  expect(keptExcursion(day)).toBeNull();
});
