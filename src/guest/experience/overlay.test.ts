import { beforeEach, expect, test, vi } from "vitest";
import { at, experience, schedule, today } from "./fixtures";
import { currentOverlay, pushOverlay, replaceOverlay, restoredOverlay } from "./overlay";

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
  expect(restoredOverlay(day)).toBeNull();
  pushOverlay({ to: "check" });
  replaceOverlay(room);
  expect(restoredOverlay(day)).toEqual(room);
  entries.pop();
  expect(currentOverlay()).toBeNull();
});

test("but not into a room that is none of this person's today", () => {
  pushOverlay(room);
  expect(restoredOverlay(experience([schedule()]))).toBeNull();
  expect(restoredOverlay(experience([today({ video: "external" })]))).toBeNull();
  expect(restoredOverlay(experience([today({ canceled: true })]))).toBeNull();
  replaceOverlay({ to: "room", slotId: "another" });
  expect(restoredOverlay(day)).toBeNull();
});
