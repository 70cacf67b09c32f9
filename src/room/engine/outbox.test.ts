import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OutgoingSignal, RoomResult } from "../room-api";
import { createOutbox } from "./outbox";

const send = vi.fn<(signals: OutgoingSignal[]) => Promise<RoomResult>>();
const signal = (n: number, to = "them"): OutgoingSignal => ({ to, session: "s", body: { n } });
const sent = () =>
  send.mock.calls.map(([signals]) => signals.map(({ body }) => (body as { n: number }).n));
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  send.mockReset().mockResolvedValue({ ok: true });
});
afterEach(() => {
  vi.useRealTimers();
});

test("what is posted together leaves together, at most twenty at once, in order", async () => {
  const outbox = createOutbox(send);
  for (let n = 0; n < 25; n += 1) outbox.post(signal(n));
  await later(10);
  expect(sent().map((batch) => batch.length)).toEqual([20, 5]);
  expect(sent().flat()).toEqual(Array.from({ length: 25 }, (_, n) => n));
});

test("what did not get through is sent again, before what came after", async () => {
  send.mockRejectedValueOnce(new TypeError("offline"));
  const outbox = createOutbox(send);
  outbox.post(signal(1));
  await later(10);
  outbox.post(signal(2));
  await later(1_000);
  expect(sent()).toEqual([[1], [1, 2]]);
});

test("a refusal for too much is waited out; any other is final", async () => {
  send.mockResolvedValueOnce({ ok: false, reason: "too_much", retry_after_ms: 5_000 });
  const outbox = createOutbox(send);
  outbox.post(signal(1));
  await later(4_900);
  expect(sent()).toEqual([[1]]);
  await later(200);
  expect(sent()).toEqual([[1], [1]]);
  send.mockResolvedValueOnce({ ok: false, reason: "malformed" });
  outbox.post(signal(2));
  await later(10_000);
  expect(sent()).toEqual([[1], [1], [2]]);
});

test("what is void never leaves", async () => {
  const outbox = createOutbox(send);
  outbox.post(signal(1, "gone"));
  outbox.post(signal(2));
  outbox.forget("gone");
  await later(10);
  expect(sent()).toEqual([[2]]);
  outbox.post(signal(3));
  outbox.stop();
  await later(10);
  expect(sent()).toEqual([[2]]);
});
