import { expect, test } from "vitest";
import { formatAgo, formatExact } from "./relative-time";

const now = new Date(2026, 10, 22, 16, 40);

test.each([
  [new Date(2026, 10, 22, 16, 39, 30), "just now"],
  [new Date(2026, 10, 22, 16, 41), "just now"],
  [new Date(2026, 10, 22, 16, 12), "28 min ago"],
  [new Date(2026, 10, 22, 0, 30), "16 h ago"],
  [new Date(2026, 10, 21, 23, 59), "yesterday"],
  [new Date(2026, 10, 16, 9, 0), "6 days ago"],
  [new Date(2026, 10, 13, 9, 0), "Nov 13"],
  [new Date(2025, 10, 13, 9, 0), "Nov 13, 2025"],
])("%s is %s", (at, words) => {
  expect(formatAgo(at, now)).toBe(words);
});

test("an exact time names its zone", () => {
  expect(formatExact(now)).toMatch(/^Sun, Nov 22, 2026, 4:40:00 PM [A-Z]{3}/);
});
