import { randomUUID } from "node:crypto";
import { dateIn, type Office } from "./support/office";
import { RoomGuest } from "./support/room-guest";
import { asService } from "./support/service";
import { expect, test } from "./support/test";
import { zoneAtNoon } from "./support/zone";

test.slow();

type Row = { id: string; full_name?: string };

const into = async (table: string, rows: object[]): Promise<Row[]> => {
  const written = asService()
    .from(table as "students")
    .insert(rows as never)
    .select();
  return (await written.throwOnError()).data;
};

/** Sixty interviews at this moment, each in a room of its own; written past the forms, which take a minute. */
async function sixtyRooms(office: Office) {
  const mark = randomUUID().slice(0, 8);
  const employer = await office.employer(`Employer ${mark}`);
  const oci_id = await office.oci(employer.id);
  const numbers = Array.from({ length: 60 }, (_, n) => n);
  const on_date = dateIn(zoneAtNoon, 0);
  const students = await into(
    "students",
    numbers.map((n) => ({
      full_name: `Student ${n} ${mark}`,
      email: `${n}.${mark}@students.example`,
    })),
  );
  const interviewers = await into(
    "interviewers",
    numbers.map((n) => ({
      employer_id: employer.id,
      full_name: `Interviewer ${n} ${mark}`,
      email: `${n}.${mark}@employer.example`,
    })),
  );
  const schedules = await into(
    "schedules",
    numbers.map(() => ({
      oci_id,
      on_date,
      time_zone: zoneAtNoon,
      format: "virtual",
      video: "in_app",
      pattern: {},
      released_at: new Date().toISOString(),
    })),
  );
  await into(
    "schedule_interviewers",
    numbers.map((n) => ({ schedule_id: schedules[n]?.id, interviewer_id: interviewers[n]?.id })),
  );
  const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
  const slots = await into(
    "slots",
    numbers.map((n) => ({
      schedule_id: schedules[n]?.id,
      starts_at: minutes(-5),
      ends_at: minutes(25),
      student_id: students[n]?.id,
    })),
  );
  return { mark, students, slots };
}

test("with sixty rooms a change shows soon, and nothing stutters", async ({
  adminPage: page,
  office,
}) => {
  const { mark, students, slots } = await sixtyRooms(office);
  await page.goto(`/admin/today?q=${mark}`);
  await expect(page.getByRole("row", { name: /^Student \d+ / })).toHaveCount(60);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) tasks.push(task.duration);
    }).observe({ type: "longtask" });
  });

  const delays: number[] = [];
  for (const n of [7, 19, 31, 43, 55]) {
    const student = students[n];
    const guest = await RoomGuest.open(office, student ?? { id: "" }, slots[n]?.id ?? "");
    const entered = Date.now();
    await guest.enter();
    await page.getByRole("button", { name: `Admit ${student?.full_name}` }).waitFor();
    delays.push(Date.now() - entered);
    guest.rest();
  }
  delays.sort((a, b) => a - b);
  test.info().annotations.push({ type: "ms until a change shows", description: delays.join(", ") });
  expect(delays[2]).toBeLessThan(10_000);
  const longest = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as { tasks: number[] }).tasks),
  );
  test.info().annotations.push({ type: "longest task, ms", description: String(longest) });
  expect(longest).toBeLessThan(3000);
});

test("nobody asks while the board is not looked at", async ({ adminPage: page }) => {
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/rpc/live_board")) asked += 1;
  });
  const look = (visibilityState: "visible" | "hidden") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, visibilityState);
  await page.clock.install();
  await page.goto("/admin/today");
  await expect.poll(() => asked).toBeGreaterThan(2);
  await look("hidden");
  const before = asked;
  await page.clock.runFor(60_000);
  expect(asked - before).toBeLessThanOrEqual(1);
  await look("visible");
  await expect.poll(() => asked - before).toBeGreaterThan(2);
});
