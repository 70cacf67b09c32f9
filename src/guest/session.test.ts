import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FunctionError } from "../lib/call-function";
import * as api from "./api";
import { at, experience } from "./fixtures";
import { LinkNotValid, openSession, StudentLink } from "./session";

vi.mock("../lib/config", () => ({ supabaseUrl: "http://server", supabaseKey: "key" }));
vi.mock("./api", async (original) => ({
  ...(await original<typeof api>()),
  openInterviewLink: vi.fn(),
  readExperience: vi.fn(),
}));

const exchange = vi.mocked(api.openInterviewLink);
const readExperience = vi.mocked(api.readExperience);
const minutes = 60_000;
const phoneIsSlowBy = 45 * minutes;
const serverNow = () => Date.now() + phoneIsSlowBy;

beforeEach(() => {
  vi.useFakeTimers({ now: at("08:00") });
  exchange.mockReset().mockImplementation(async () => ({
    accessToken: "jwt",
    expiresAt: new Date(serverNow() + 10 * minutes).toISOString(),
    role: "interviewer",
  }));
  readExperience.mockReset().mockImplementation(async () => experience([], serverNow()));
});

afterEach(() => {
  vi.useRealTimers();
});

test("takes the time from the server, whatever the phone's clock says", async () => {
  const reading = await openSession("token").read();
  expect(reading).toMatchObject({ clockOffset: phoneIsSlowBy, readAt: at("08:45") });
});

test("uses one access token until a minute before it expires on the server's clock", async () => {
  const session = openSession("token");
  await session.read();
  vi.advanceTimersByTime(8 * minutes);
  await session.read();
  expect(exchange).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1.5 * minutes);
  await session.read();
  expect(exchange).toHaveBeenCalledTimes(2);
});

test("exchanges the link again when its access token is refused", async () => {
  readExperience.mockRejectedValueOnce(new api.AccessEnded());
  await openSession("token").read();
  expect(exchange).toHaveBeenCalledTimes(2);
});

test("an unknown link and a link that was reset while open end the same", async () => {
  exchange.mockRejectedValueOnce(new FunctionError(404, "link_not_valid"));
  await expect(openSession("token").read()).rejects.toThrow(LinkNotValid);
  readExperience.mockResolvedValueOnce(null);
  await expect(openSession("token").read()).rejects.toThrow(LinkNotValid);
});

test("a failing server does not make a link invalid", async () => {
  exchange.mockRejectedValueOnce(new FunctionError(404, "not_found"));
  await expect(openSession("token").read()).rejects.toThrow(FunctionError);
});

test("a student's link is told apart", async () => {
  exchange.mockResolvedValueOnce({ accessToken: "jwt", expiresAt: "", role: "student" });
  await expect(openSession("token").read()).rejects.toThrow(StudentLink);
});
