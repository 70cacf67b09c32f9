import { expect, test } from "vitest";
import {
  isPolite,
  type NegotiationState,
  type Outage,
  patience,
  shouldStartOver,
  stepFor,
} from "./negotiation";
import type { Signal } from "./signal";

const fresh: NegotiationState = { isPolite: true, local: "here", remote: null, hasOffered: false };
const bound: NegotiationState = { ...fresh, remote: "there" };

const offer = (rest?: Partial<Signal>): Signal => ({
  from: "there",
  to: null,
  d: { type: "offer", sdp: "v=0" },
  ...rest,
});
const answer: Signal = { from: "there", to: "here", d: { type: "answer", sdp: "v=0" } };
const candidate: Signal = { from: "there", to: null, c: { candidate: "candidate:1" } };

test("of two, one is polite and the other is not, whichever of them works it out", () => {
  expect(isPolite("a", "b")).not.toBe(isPolite("b", "a"));
});

test("the first offer is taken, and so is a later one of the same connection", () => {
  expect(stepFor(offer(), fresh)).toBe("apply");
  expect(stepFor(offer({ to: "here" }), bound)).toBe("apply");
});

test("when both offer first, the polite side starts anew with the other's offer, which stands", () => {
  expect(stepFor(offer(), { ...fresh, hasOffered: true })).toBe("renew");
  expect(stepFor(offer(), { ...fresh, hasOffered: true, isPolite: false })).toBe("ignore");
});

test("when both restart, the polite side takes its own offer back", () => {
  const again = offer({ to: "here" });
  expect(stepFor(again, { ...bound, hasOffered: true })).toBe("apply");
  expect(stepFor(again, { ...bound, hasOffered: true, isPolite: false })).toBe("ignore");
});

test("an offer of a connection that the other side made anew is met by a new one here", () => {
  expect(stepFor(offer({ from: "anew" }), bound)).toBe("renew");
  expect(stepFor(offer({ from: "anew" }), { ...bound, hasOffered: true, isPolite: false })).toBe(
    "renew",
  );
});

test("an answer counts only for the offer that is out", () => {
  expect(stepFor(answer, { ...fresh, hasOffered: true })).toBe("apply");
  expect(stepFor(answer, fresh)).toBe("ignore");
  expect(stepFor({ ...answer, to: "before" }, { ...fresh, hasOffered: true })).toBe("ignore");
  expect(stepFor({ ...answer, to: null }, { ...fresh, hasOffered: true })).toBe("ignore");
  expect(stepFor({ ...answer, from: "other" }, { ...bound, hasOffered: true })).toBe("ignore");
});

test("candidates count only for the connection they belong to", () => {
  expect(stepFor(candidate, bound)).toBe("apply");
  expect(stepFor(candidate, fresh)).toBe("ignore");
  expect(stepFor({ ...candidate, to: "before" }, bound)).toBe("ignore");
});

const broke: Outage = { hasBeenUp: true, isExpecting: false, attempts: 0, isPolite: false };

test("a connection that broke is tried again soon, then ever more patiently, never by both at once", () => {
  expect(patience(broke)).toBeLessThan(1_000);
  expect(patience({ ...broke, attempts: 3 })).toBeGreaterThan(patience({ ...broke, attempts: 1 }));
  expect(patience({ ...broke, attempts: 100 })).toBeLessThanOrEqual(30_000);
  expect(patience({ ...broke, isPolite: true })).toBeGreaterThan(patience(broke) + 1_000);
});

test("an answer has time to come, also where each signal takes seconds", () => {
  expect(patience({ ...broke, isExpecting: true })).toBeGreaterThanOrEqual(8_000);
  expect(patience({ ...broke, isExpecting: true, attempts: 1 })).toBeGreaterThanOrEqual(16_000);
  expect(patience({ ...broke, hasBeenUp: false })).toBeGreaterThanOrEqual(8_000);
});

test("what never came up starts afresh; what broke restarts first", () => {
  expect(shouldStartOver(false, 1)).toBe(true);
  expect([1, 2, 3].map((attempt) => shouldStartOver(true, attempt))).toEqual([false, false, true]);
});
