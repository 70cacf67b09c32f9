import { describe, expect, test } from "vitest";
import { ids } from "./access-matrix";
import { withFixture } from "./with-fixture";

const { as, at, one, query } = withFixture();

type Experience = { schedules: { id: string; day: string; slots: unknown[] }[] } | null;
const page = () => one<Experience>("select interview_experience()");
const dayOf = async (id: string) => (await page())?.schedules.find((s) => s.id === id);
const slots = () => query("select id from slots");

test("a schedule for tomorrow shows its date, and no interview or student", async () => {
  await as("interviewerA");
  const tomorrow = await dayOf(ids.tomorrowA);
  expect(tomorrow).toMatchObject({ day: "before", slots: [] });
  expect(await query(`select id from slots where schedule_id = '${ids.tomorrowA}'`)).toEqual([]);
});

test("yesterday's schedule is closed: known as over, its interviews gone", async () => {
  await at("2026-03-04 00:00:00+00");
  await as("interviewerA");
  expect(await dayOf(ids.todayA)).toMatchObject({ day: "over", slots: [] });
  expect(await query(`select id from slots where schedule_id = '${ids.todayA}'`)).toEqual([]);
});

test("a draft that nobody was notified of is not on the page", async () => {
  await as("interviewerA");
  expect(await dayOf(ids.draftA)).toBeUndefined();
});

test("a schedule that is not released shows once its link was sent", async () => {
  await query(
    `update schedule_interviewers set invited_at = now() where schedule_id = '${ids.draftA}'`,
  );
  await as("interviewerA");
  expect(await dayOf(ids.draftA)).toMatchObject({ day: "today" });
});

test("a canceled schedule stays known as canceled, and its interviews are gone", async () => {
  await as("admin");
  await query(`select cancel_schedule('${ids.todayA}', true)`);
  await as("interviewerA");
  expect(await dayOf(ids.todayA)).toMatchObject({ canceled: true, slots: [] });
  expect(await slots()).toEqual([]);
});

describe.each([
  // 3 March 2026 in each zone, as instants (source: the zones' offsets on that date).
  ["America/New_York", "2026-03-03T05:00:00Z", "2026-03-04T05:00:00Z"],
  ["Asia/Kolkata", "2026-03-02T18:30:00Z", "2026-03-03T18:30:00Z"],
  ["Pacific/Kiritimati", "2026-03-02T10:00:00Z", "2026-03-03T10:00:00Z"],
  ["Pacific/Pago_Pago", "2026-03-03T11:00:00Z", "2026-03-04T11:00:00Z"],
])("in %s", (zone, opens, closes) => {
  const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

  test.each([
    ["a millisecond before midnight", justBefore(opens), "before", 0],
    ["at midnight", opens, "today", 2],
    ["a millisecond before the next midnight", justBefore(closes), "today", 2],
    ["at the next midnight", closes, "over", 0],
  ])("%s", async (_when, instant, day, visible) => {
    await query(`update schedules set time_zone = '${zone}' where id = '${ids.todayA}'`);
    await at(instant);
    await as("interviewerA");
    const schedule = await dayOf(ids.todayA);
    expect(schedule?.day).toBe(day);
    expect(schedule?.slots).toHaveLength(visible);
    expect(await query(`select id from slots where schedule_id = '${ids.todayA}'`)).toHaveLength(
      visible,
    );
  });
});

test("a changed zone keeps the wall times that people agreed on", async () => {
  await query(`update schedules set time_zone = 'America/New_York' where id = '${ids.todayA}'`);
  expect(
    await one(
      `select to_char(starts_at at time zone 'America/New_York', 'HH24:MI') from slots where id = '${ids.slotA1}'`,
    ),
  ).toBe("09:00");
});

test("a changed date moves the whole day, over a clock change too", async () => {
  await query(`update schedules set time_zone = 'America/New_York' where id = '${ids.todayA}'`);
  await query(`update schedules set on_date = '2026-03-10' where id = '${ids.todayA}'`);
  expect(await one(`select starts_at::text from slots where id = '${ids.slotA1}'`)).toBe(
    "2026-03-10 13:00:00+00",
  );
});
