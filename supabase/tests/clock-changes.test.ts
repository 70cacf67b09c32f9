import { expect, test } from "vitest";
import { clockChanges, interviewsAround, wallOf } from "../functions/tests/support/clock-changes";
import { withFixture } from "./with-fixture";

const { as, query } = withFixture();

const changes = clockChanges();
const minute = 60_000;
const rowsOf = (value: object[]) => `jsonb_to_recordset('${JSON.stringify(value)}')`;
const iso = (instant: number) => new Date(instant).toISOString();
/** What a clock of the zone shows, as the database writes it. */
const wall = (...of: Parameters<typeof wallOf>) =>
  wallOf(...of)
    .toISOString()
    .slice(0, 19);

test("the database's clocks show what those of the pages do, around every change of every zone", async () => {
  await as("owner");
  const instants = changes.flatMap((change) =>
    interviewsAround(change)
      .flat()
      .map((at) => ({ zone: change.zone, at: iso(at), wall: wall(change, at) })),
  );
  const wrong = await query(
    `select zone, at, wall, at at time zone zone as shown from ${rowsOf(instants)} as x (zone text, at timestamptz, wall timestamp)
     where at at time zone zone <> wall`,
  );
  expect(wrong).toEqual([]);
});

test("a wall time is one instant: of two the later, and the change itself where it is skipped", async () => {
  await as("owner");
  const times = changes.flatMap((change) => {
    const { zone, at, before, after } = change;
    const skipped = Array.from({ length: Math.max(0, after - before) / 15 }, (_, quarter) => ({
      zone,
      at: iso(at),
      wall: new Date(at + (before + quarter * 15) * minute).toISOString().slice(0, 19),
    }));
    const repeatedFrom = at - Math.max(0, before - after) * minute;
    const existing = interviewsAround(change)
      .flat()
      .map((start) => ({
        zone,
        at: iso(start >= repeatedFrom && start < at ? start + at - repeatedFrom : start),
        wall: wall(change, start),
      }));
    return [...skipped, ...existing];
  });
  const wrong = await query(
    `select zone, at, wall, private.at_wall_time(wall, zone) as found
     from ${rowsOf(times)} as x (zone text, at timestamptz, wall timestamp)
     where private.at_wall_time(wall, zone) is distinct from at`,
  );
  expect(wrong).toEqual([]);
});

test("a day's slots follow one another through every change, with none lost and none made up", async () => {
  await as("admin");
  const days = changes.map((change) => {
    // The day on which the clocks went forward, or from which they went back.
    const date = wallOf(change, change.at - (change.before > change.after ? minute : 0));
    return { zone: change.zone, on_date: date.toISOString().slice(0, 10) };
  });
  const pattern = JSON.stringify({ first: "00:00", last: "23:45", slot_minutes: 15 });
  const wrong = await query(
    `select zone, on_date, count(*), min(s.starts_at), max(s.ends_at)
     from ${rowsOf(days)} as x (zone text, on_date date)
     cross join lateral preview_slots(x.on_date, x.zone, '${pattern}') s
     group by zone, on_date
     having sum(s.ends_at - s.starts_at) <> max(s.ends_at) - min(s.starts_at)
       or bool_or((s.starts_at at time zone zone)::date <> on_date)
       or to_char(max(s.ends_at) at time zone zone, 'HH24:MI') <> '23:45'
       or to_char(min(s.starts_at) at time zone zone, 'HH24') > '01'`,
  );
  expect(wrong).toEqual([]);
});

test.each([
  ["2026-03-08", "01:00", "04:00", ["01:00", "01:30", "03:00", "03:30"]],
  ["2026-03-08", "02:30", "04:00", ["03:00", "03:30"]],
  ["2026-11-01", "00:30", "02:30", ["00:30", "01:00", "01:30", "01:00", "01:30", "02:00"]],
  ["2026-11-01", "01:00", "02:00", ["01:00", "01:30"]],
])("on %s, %s to %s in New York is planned as it passes", async (date, first, last, starts) => {
  await as("admin");
  const pattern = JSON.stringify({ first, last, slot_minutes: 30 });
  const slots = await query<{ at: string }>(
    `select to_char(starts_at at time zone 'America/New_York', 'HH24:MI') as at
     from preview_slots('${date}', 'America/New_York', '${pattern}')`,
  );
  expect(slots.map(({ at }) => at)).toEqual(starts);
});

test("a break keeps the part of it that the clocks do not skip", async () => {
  await as("admin");
  const breaks = [
    { start: "02:15", end: "02:45", label: "Skipped" },
    { start: "02:50", end: "03:30", label: "Half" },
  ];
  const pattern = JSON.stringify({ first: "01:30", last: "04:00", slot_minutes: 30, breaks });
  expect(
    await query(
      `select kind, label, to_char(starts_at at time zone 'America/New_York', 'HH24:MI') as starts, to_char(ends_at at time zone 'America/New_York', 'HH24:MI') as ends
       from preview_slots('2026-03-08', 'America/New_York', '${pattern}')`,
    ),
  ).toEqual([
    { kind: "interview", label: null, starts: "01:30", ends: "03:00" },
    { kind: "break", label: "Half", starts: "03:00", ends: "03:30" },
    { kind: "interview", label: null, starts: "03:30", ends: "04:00" },
  ]);
});
