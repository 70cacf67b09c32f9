import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stopClock } from "./fixture";
import { openDatabase, type Session } from "./harness";

let db: Session;
let seed: string;
beforeAll(async () => {
  db = await openDatabase();
  seed = await readFile(fileURLToPath(new URL("../seed.sql", import.meta.url)), "utf8");
});
afterAll(() => db.close());

/** The demo season's days are counted in zones eighteen hours apart, its live ones laid around the present hour. */
const hours = ["2026-11-23", "2027-06-10"].flatMap((day) =>
  Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, "0")}:08:00Z`),
);

test.for(hours)("the demo season can be seeded at %s, with interviews of that day", async (now) => {
  await db.exec("begin");
  try {
    await db.exec(stopClock(now));
    await db.exec(seed);
    const [{ today } = { today: 0 }] = await db.query<{ today: number }>(`
      select count(*)::int as today from public.slots s join public.schedules c on c.id = s.schedule_id
      where s.student_id is not null and private.is_today(c.on_date, c.time_zone)`);
    expect(today).toBeGreaterThanOrEqual(5);
  } finally {
    await db.exec("rollback");
  }
});
