import { randomUUID } from "node:crypto";
import { actsOf, focus, newRoom, notice, openDay, row } from "./support/changing-day";
import { controls, Guests } from "./support/interview";
import { expect, test } from "./support/test";

test("nothing is asked in a tab that is not looked at, and it is right on return, before any timer", async ({
  browser,
  office,
}) => {
  const day = await openDay(office);
  const acts = actsOf(office, day);
  const guests = new Guests(office, browser);
  const page = await guests.open(day.priya, (context) => context.clock.install());
  await expect(focus(page, day.jordan.full_name)).toBeVisible();
  const look = (visibilityState: "visible" | "hidden") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, visibilityState);
  const room = newRoom();
  await page.waitForResponse("**/rpc/experience_version");
  await look("hidden");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await acts.change({ format: "in_person", video: null, location: room });
  await page.clock.runFor(60_000);
  expect(asked).toEqual([]);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1));
  await look("visible");
  await expect(focus(page, day.jordan.full_name).getByText(room)).toBeVisible();
  await guests.leave();
});

test("after a call the page behind is right, and says what changed during it", async ({
  browser,
  office,
}) => {
  const day = await openDay(office);
  const acts = actsOf(office, day);
  const guests = new Guests(office, browser);
  const page = await guests.join(day.priya);
  const arrived = page.waitForResponse("**/rpc/interview_experience");
  await acts.move(day.second, 25);
  await (await arrived).finished();
  const noor = await office.student(`Noor ${randomUUID().slice(0, 4)}`);
  await acts.assign(day.third, noor);
  await controls(page).getByRole("button", { name: "Leave" }).click();
  await expect(row(page, noor.full_name)).toContainText("Changed");
  await expect(row(page, day.aisha.full_name)).toContainText("Changed");
  await expect(notice(page, noor.full_name)).toBeVisible();
  await guests.leave();
});
