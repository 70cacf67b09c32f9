import { expect, test } from "vitest";
import { type PollConditions, pollInterval } from "./poll-interval";

const stable: PollConditions = {
  failures: 0,
  sinceSignal: 60_000,
  isExpecting: false,
  isConnecting: false,
  aloneFor: null,
  isWaiting: false,
  isIncomplete: false,
  isHidden: false,
  quiet: 2_500,
};
const delay = (change: Partial<PollConditions>) => pollInterval({ ...stable, ...change });

test("is slow in a call that stands, as slow as the server wishes", () => {
  expect(delay({})).toBe(2_500);
  expect(delay({ quiet: 5_000 })).toBe(5_000);
});

test("is fast while anything connects, and for a moment after every signal", () => {
  expect(delay({ isConnecting: true })).toBeLessThanOrEqual(300);
  expect(delay({ sinceSignal: 1_000 })).toBeLessThanOrEqual(300);
  expect(delay({ isConnecting: true, isHidden: true })).toBeLessThanOrEqual(300);
});

test("is fastest while an answer is due, but not for ever", () => {
  expect(delay({ isExpecting: true, sinceSignal: 2_000 })).toBeLessThan(200);
  expect(delay({ sinceSignal: 200 })).toBeLessThan(200);
  expect(delay({ isExpecting: true })).toBe(2_500);
});

test("nobody who comes waits long for someone who is alone", () => {
  expect(delay({ aloneFor: 30_000 })).toBe(220);
  expect(delay({ aloneFor: 600_000 })).toBe(1_000);
  expect(delay({ isIncomplete: true })).toBe(1_000);
  expect(delay({ isWaiting: true })).toBe(1_000);
});

test("takes its time in a hidden tab, yet stays present", () => {
  expect(delay({ isHidden: true })).toBeGreaterThan(delay({}));
  expect(delay({ isHidden: true, aloneFor: 10_000 })).toBeLessThan(15_000);
});

test("after failures it backs off, but is soon there when the network is back", () => {
  const delays = [1, 2, 3, 10].map((failures) => delay({ failures }));
  expect(delays).toEqual([500, 1_000, 2_000, 2_000]);
});
