import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onHumanSign } from "./human-sign";

const page = new EventTarget();
const report = vi.fn<() => Promise<void>>();
let stop = () => {};

function visibility(state: DocumentVisibilityState) {
  Object.assign(page, { visibilityState: state });
  page.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.stubGlobal("navigator", { webdriver: false });
  visibility("visible");
  report.mockReset().mockResolvedValue();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("ten seconds in view are a sign, in whatever pieces; time in the background is none", () => {
  visibility("hidden");
  stop = onHumanSign(report);
  vi.advanceTimersByTime(60_000);
  visibility("visible");
  vi.advanceTimersByTime(6_000);
  visibility("hidden");
  vi.advanceTimersByTime(60_000);
  visibility("visible");
  vi.advanceTimersByTime(3_900);
  expect(report).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(report).toHaveBeenCalledTimes(1);
});

test("one sign is enough", async () => {
  stop = onHumanSign(report);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(report).toHaveBeenCalledTimes(1);
});

test("what failed is reported again at the next sign, unless the page is gone by then", async () => {
  report.mockRejectedValue(new TypeError("Failed to fetch"));
  stop = onHumanSign(report);
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(report).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(report).toHaveBeenCalledTimes(3);
});

test("nothing that a browser driven by a program does is a sign", () => {
  vi.stubGlobal("navigator", { webdriver: true });
  stop = onHumanSign(report);
  vi.advanceTimersByTime(60_000);
  expect(report).not.toHaveBeenCalled();
});
