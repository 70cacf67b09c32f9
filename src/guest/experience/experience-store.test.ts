import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LinkNotValid, type Snapshot } from "../link/session";
import { createExperienceStore } from "./experience-store";
import { at, experience, today } from "./fixtures";

vi.mock("../../lib/supabase/config", () => ({ supabaseUrl: "http://server", supabaseKey: "key" }));

const page = new EventTarget();
const snapshot = {
  experience: experience([today()]),
  feedToken: "feed",
  clockOffset: 0,
  fetchedAt: at("08:00"),
};
const read = vi.fn<() => Promise<Snapshot>>();
const session = { read, calendar: vi.fn(), document: vi.fn(), withAccess: vi.fn() };
let leave = () => {};

function visibility(state: DocumentVisibilityState) {
  Object.assign(page, { visibilityState: state });
  page.dispatchEvent(new Event("visibilitychange"));
}

async function open() {
  const store = createExperienceStore(session);
  leave = store.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(0);
  return store;
}

beforeEach(() => {
  vi.useFakeTimers({ now: at("08:00") });
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  visibility("visible");
  read.mockReset().mockResolvedValue(snapshot);
});

afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("is loading until the server has answered", async () => {
  expect(createExperienceStore(session).current()).toEqual({ state: "loading" });
  const store = await open();
  expect(store.current()).toMatchObject({ state: "open", failing: false });
});

test("asks again every 30 seconds, until it is left", async () => {
  await open();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(3);
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(3);
});

test("asks nothing while nobody looks, and at once when somebody does", async () => {
  await open();
  visibility("hidden");
  await vi.advanceTimersByTimeAsync(600_000);
  expect(read).toHaveBeenCalledTimes(1);
  visibility("visible");
  expect(read).toHaveBeenCalledTimes(2);
});

test("a lost connection keeps what is shown, marked as failing, and tries again soon", async () => {
  const store = await open();
  read.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  page.dispatchEvent(new Event("offline"));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.current()).toMatchObject({ state: "open", failing: true, fetchedAt: at("08:00") });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.current()).toMatchObject({ state: "open", failing: false });
});

test("a server that never answered is unreachable, until it answers", async () => {
  read.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const store = await open();
  expect(store.current()).toEqual({ state: "unreachable" });
  store.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(store.current()).toMatchObject({ state: "open" });
});

test("a link that was reset closes the page for good", async () => {
  const store = await open();
  read.mockRejectedValueOnce(new LinkNotValid());
  await vi.advanceTimersByTimeAsync(30_000);
  expect(store.current()).toEqual({ state: "link-not-valid" });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(read).toHaveBeenCalledTimes(2);
});
