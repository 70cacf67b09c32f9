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
const version = vi.fn<() => Promise<string | null>>();
const session = { read, version, calendar: vi.fn(), document: vi.fn(), withAccess: vi.fn() };
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
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  read.mockReset().mockImplementation(async () => ({ ...snapshot, fetchedAt: Date.now() }));
  version.mockReset().mockResolvedValue(snapshot.experience.version);
});

afterEach(() => {
  leave();
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("is loading until the server has answered", async () => {
  expect(createExperienceStore(session).current()).toEqual({ state: "loading" });
  const store = await open();
  expect(store.current()).toMatchObject({ state: "open", failing: false });
});

test("asks every 30 seconds whether anything has changed, until it is left", async () => {
  const store = await open();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(version).toHaveBeenCalledTimes(2);
  expect(store.current()).toMatchObject({ checkedAt: at("08:01"), fetchedAt: at("08:00") });
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(version).toHaveBeenCalledTimes(2);
  expect(read).toHaveBeenCalledTimes(1);
});

test("fetches the whole once the version is another", async () => {
  const store = await open();
  const changed = { ...experience([today()]), version: "2" };
  version.mockResolvedValue("2");
  read.mockResolvedValue({ ...snapshot, experience: changed });
  await vi.advanceTimersByTimeAsync(90_000);
  expect(store.current()).toMatchObject({ experience: { version: "2" } });
  expect(read).toHaveBeenCalledTimes(2);
});

test("asks every 3 seconds from 15 minutes before the first slot until 15 minutes after the last", async () => {
  await open();
  await vi.advanceTimersByTimeAsync(at("08:45") - at("08:00") + 2_000);
  version.mockClear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(version).toHaveBeenCalledTimes(20);
  await vi.advanceTimersByTimeAsync(at("11:16") - Date.now());
  version.mockClear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(version).toHaveBeenCalledTimes(2);
});

test("a day that vanished while it was followed may come back, and is asked for as often", async () => {
  vi.setSystemTime(at("09:00"));
  await open();
  version.mockResolvedValue("2");
  read.mockResolvedValue({
    ...snapshot,
    experience: { ...experience([]), version: "2" },
    fetchedAt: at("09:00"),
  });
  await vi.advanceTimersByTimeAsync(3_000);
  version.mockClear();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(version).toHaveBeenCalledTimes(10);
});

test("after ten minutes the whole is fetched, and the server's time with it", async () => {
  await open();
  await vi.advanceTimersByTimeAsync(9 * 60_000);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(2);
});

test("at midnight the whole is fetched, whatever the version", async () => {
  vi.setSystemTime(at("23:59"));
  await open();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(read).toHaveBeenCalledTimes(2);
});

test("what is asked for during a check is asked again after it", async () => {
  const store = await open();
  let answer = (_: string) => {};
  version.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  store.refresh();
  store.refresh();
  expect(version).toHaveBeenCalledTimes(1);
  answer("1");
  await vi.advanceTimersByTimeAsync(1);
  expect(version).toHaveBeenCalledTimes(2);
});

test("asks nothing while nobody looks, and at once when somebody does", async () => {
  await open();
  visibility("hidden");
  await vi.advanceTimersByTimeAsync(300_000);
  expect(read).toHaveBeenCalledTimes(1);
  expect(version).not.toHaveBeenCalled();
  visibility("visible");
  expect(version).toHaveBeenCalledTimes(1);
});

test("a lost connection keeps what is shown, marked as failing, and tries again soon", async () => {
  const store = await open();
  version.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  page.dispatchEvent(new Event("offline"));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.current()).toMatchObject({ state: "open", failing: true, checkedAt: at("08:00") });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.current()).toMatchObject({ state: "open", failing: false });
});

test("a server that never answered is unreachable, until it answers", async () => {
  read.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const store = await open();
  expect(store.current()).toEqual({ state: "unreachable" });
  store.refresh();
  await vi.advanceTimersByTimeAsync(0);
  expect(store.current()).toMatchObject({ state: "open" });
});

test("a link that was reset closes the page for good", async () => {
  const store = await open();
  version.mockResolvedValue(null);
  read.mockRejectedValueOnce(new LinkNotValid());
  await vi.advanceTimersByTimeAsync(30_000);
  expect(store.current()).toEqual({ state: "link-not-valid" });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(read).toHaveBeenCalledTimes(2);
});
