import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FunctionError } from "../../lib/supabase/call-function";
import { at, experience, interview } from "../experience/fixtures";
import * as api from "./api";
import { LinkNotValid, openSession } from "./session";

vi.mock("../../lib/supabase/config", () => ({ supabaseUrl: "http://server", supabaseKey: "key" }));
vi.mock("./api", async (original) => ({
  ...(await original<typeof api>()),
  openInterviewLink: vi.fn(),
  fetchExperience: vi.fn(),
  fetchStudentExperience: vi.fn(),
  fetchCalendar: vi.fn(),
}));

const exchange = vi.mocked(api.openInterviewLink);
const fetchExperience = vi.mocked(api.fetchExperience);
const fetchStudentExperience = vi.mocked(api.fetchStudentExperience);
const fetchCalendar = vi.mocked(api.fetchCalendar);
const loadStudentPage = vi.fn(async () => {});
const onOpened = vi.fn();
const open = () => openSession("a mangled link", loadStudentPage, onOpened);
const minutes = 60_000;
const phoneIsSlowBy = 45 * minutes;
const serverNow = () => Date.now() + phoneIsSlowBy;

beforeEach(() => {
  vi.useFakeTimers({ now: at("08:00") });
  exchange.mockReset().mockImplementation(async () => ({
    accessToken: "jwt",
    feedToken: "feed",
    expiresAt: new Date(serverNow() + 10 * minutes).toISOString(),
    role: "interviewer",
    token: "token",
  }));
  onOpened.mockReset();
  fetchExperience.mockReset().mockImplementation(async () => experience([], serverNow()));
});

afterEach(() => {
  vi.useRealTimers();
});

test("takes the time from the server, whatever the phone's clock says", async () => {
  const snapshot = await open().read();
  expect(snapshot).toMatchObject({ clockOffset: phoneIsSlowBy, fetchedAt: at("08:45") });
});

test("hands the link on as it came, and says what was found in it once it opened", async () => {
  exchange.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const session = open();
  await expect(session.read()).rejects.toThrow(TypeError);
  expect(onOpened).not.toHaveBeenCalled();
  await session.read();
  expect(exchange).toHaveBeenLastCalledWith("a mangled link");
  expect(onOpened).toHaveBeenCalledWith("token");
});

test("uses one access token until a minute before it expires on the server's clock", async () => {
  const session = open();
  await session.read();
  vi.advanceTimersByTime(8 * minutes);
  await session.read();
  expect(exchange).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1.5 * minutes);
  await session.read();
  expect(exchange).toHaveBeenCalledTimes(2);
});

test("exchanges the link again when its access token is refused", async () => {
  fetchExperience.mockRejectedValueOnce(new api.AccessEnded());
  await open().read();
  expect(exchange).toHaveBeenCalledTimes(2);
});

test("an unknown link and a link that was reset while open end the same", async () => {
  exchange.mockRejectedValueOnce(new FunctionError(404, "link_not_valid"));
  await expect(open().read()).rejects.toThrow(LinkNotValid);
  fetchExperience.mockResolvedValueOnce(null);
  await expect(open().read()).rejects.toThrow(LinkNotValid);
});

test("a failing server does not make a link invalid", async () => {
  exchange.mockRejectedValueOnce(new FunctionError(404, "not_found"));
  await expect(open().read()).rejects.toThrow(FunctionError);
});

test("a student's link reads the student's own days, and their slot's calendar file", async () => {
  const { now, version, school } = experience([], serverNow());
  exchange.mockResolvedValueOnce({
    accessToken: "jwt",
    feedToken: "feed",
    expiresAt: new Date(serverNow() + 10 * minutes).toISOString(),
    role: "student",
    token: "token",
  });
  fetchStudentExperience.mockResolvedValueOnce({
    now,
    version,
    school,
    person: { full_name: "Jordan Lee" },
    interviews: [interview()],
    canceled: [],
  });
  const session = open();
  const { experience: days } = await session.read();
  expect(days).toMatchObject({ employer: null, schedules: [{ employer: "Northwind LLP" }] });
  expect(fetchExperience).not.toHaveBeenCalled();
  expect(loadStudentPage).toHaveBeenCalled();
  await session.calendar("slot");
  expect(fetchCalendar).toHaveBeenCalledWith("jwt", { slotId: "slot" });
});

test("a student's link that was reset is not valid", async () => {
  exchange.mockResolvedValueOnce({
    accessToken: "jwt",
    feedToken: "feed",
    expiresAt: "",
    role: "student",
    token: "token",
  });
  fetchStudentExperience.mockResolvedValueOnce(null);
  await expect(open().read()).rejects.toThrow(LinkNotValid);
});
