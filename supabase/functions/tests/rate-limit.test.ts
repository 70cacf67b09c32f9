import { afterAll, beforeAll, expect, test } from "vitest";
import { type Backend, startBackend } from "./support/backend";
import { startLimitedProvider } from "./support/limited-provider";
import { addSchedule, seedOffice } from "./support/season";
import { letTimePass, requestSend } from "./support/send-link";

const perSecond = 5;
const people = 60;

let provider: Awaited<ReturnType<typeof startLimitedProvider>>;
let backend: Backend;

/** Numbers between 0 and 1, the same ones each time. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

beforeAll(async () => {
  provider = await startLimitedProvider(perSecond, numbers(18));
  backend = await startBackend({
    RESEND_API_KEY: "re_test",
    RESEND_API_URL: provider.url,
    // A little less than it takes: calls do not arrive as evenly as they leave.
    MAILS_PER_SECOND: String(perSecond * 0.94),
  });
  await seedOffice(backend.database);
});
afterAll(async () => {
  await backend?.stop();
  await provider?.stop();
});

test("several who send at once use a provider's rate up, and hardly ever go beyond it", async () => {
  const names = Array.from({ length: people }, (_, n) => `Person ${n}`);
  const { scheduleId } = await addSchedule(backend.database, names);
  await requestSend(backend, scheduleId);
  const unsent = async () =>
    (await backend.database.query("select 1 from emails where status <> 'sent'")).length;
  await Promise.all([backend.deliver(), backend.deliver()]);
  const { calls, taken } = provider;
  // Not counted: what waits for its next attempt.
  const spent = ((taken.at(-1) ?? 0) - (taken[0] ?? 0)) / 1000;
  // Each refusal holds everything for a second, as the provider asked.
  const held = calls.tooMany + provider.calls.holds;
  expect(taken.length / (spent - held)).toBeGreaterThan(perSecond * 0.9);
  expect(calls.tooMany / calls.all).toBeLessThan(0.01);
  expect(calls).toMatchObject({ byChance: 3, holds: 1 });

  await letTimePass(backend);
  await backend.deliver();
  await letTimePass(backend);
  await backend.deliver();
  expect(await unsent()).toBe(0);
  expect(provider.emails()).toBe(people);
  expect(taken).toHaveLength(people);
});
