import { expect, test } from "vitest";
import { readSignal } from "./signal";

const id = "7f0c0f5e-0000-4000-8000-000000000000";

test("reads an offer, an answer and a candidate", () => {
  const d = { type: "offer", sdp: "v=0" };
  expect(readSignal({ from: id, to: null, d })).toEqual({ from: id, to: null, d });
  expect(readSignal({ from: id, to: id, d: { type: "answer", sdp: "v=0" } })).not.toBeNull();
  const c = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" };
  expect(readSignal({ from: id, to: id, c })).toEqual({ from: id, to: id, c });
});

test.each([
  ["nothing", null],
  ["a word", "offer"],
  ["a list", []],
  ["no sender", { d: { type: "offer", sdp: "v=0" } }],
  ["a sender that is none", { from: {}, d: { type: "offer", sdp: "v=0" } }],
  ["another type", { from: id, d: { type: "rollback", sdp: "v=0" } }],
  ["no description", { from: id, d: { type: "offer" } }],
  ["a description beyond all measure", { from: id, d: { type: "offer", sdp: "x".repeat(20_000) } }],
  ["a candidate that is no text", { from: id, c: { candidate: 1 } }],
  ["a candidate beyond all measure", { from: id, c: { candidate: "c".repeat(2_000) } }],
  ["an empty candidate", { from: id, c: { candidate: "" } }],
])("%s is no signal", (_, body) => {
  expect(readSignal(body)).toBeNull();
});
