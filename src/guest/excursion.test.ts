import { beforeEach, expect, test, vi } from "vitest";
import { keepExcursion, keptExcursion } from "./excursion";
import { at, experience, schedule, today } from "./fixtures";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

const day = experience([today()], at("09:10"));
const room = { to: "room", slotId: "09:00" } as const;

test("a reload leads back to where one was", () => {
  expect(keptExcursion(day)).toBeNull();
  keepExcursion(room);
  expect(keptExcursion(day)).toEqual(room);
  keepExcursion(null);
  expect(keptExcursion(day)).toBeNull();
});

test("but not into a room that is none of this person's today", () => {
  keepExcursion(room);
  expect(keptExcursion(experience([schedule()]))).toBeNull();
  expect(keptExcursion(experience([today({ video: "employer_url" })]))).toBeNull();
  expect(keptExcursion(experience([today({ cancelled: true })]))).toBeNull();
  keepExcursion({ to: "room", slotId: "another" });
  expect(keptExcursion(day)).toBeNull();
});

test("what stands in the storage need not be ours, nor be there at all", () => {
  kept.set("excursion", "{");
  expect(keptExcursion(day)).toBeNull();
  vi.stubGlobal("sessionStorage", undefined);
  keepExcursion(room);
  expect(keptExcursion(day)).toBeNull();
});
