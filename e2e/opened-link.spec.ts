import type { Page } from "@playwright/test";
import { countReports, neverOpened, openingsOf } from "./support/link-openings";
import { linkIn, mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { useSession } from "./support/session";
import { expect, test } from "./support/test";

// A person's browser does not say that a program drives it, nor does the one that stands for it here.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), "--disable-blink-features=AutomationControlled"];
      await use({ ...launchOptions, args });
    },
    { scope: "worker" },
  ],
});

/** An interviewer who was sent their link. */
async function invite(office: Office) {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const schedule = await office.schedule(await office.oci(employer.id), { interviewers: [priya] });
  await office.sendLinks([schedule]);
  return { priya, schedule, link: linkIn(await mailTo(priya.email)) };
}

/** Opens a link in a page whose time only passes when the test says so. */
async function openLink(page: Page, link: string) {
  const now = Date.now();
  await page.clock.install({ time: now });
  // Ahead of a clock that runs until then.
  await page.clock.pauseAt(now + 60_000);
  await page.goto(link);
  const heading = page.getByRole("heading", { name: /Priya/, level: 1 });
  // React shows a page in steps that have some milliseconds between them.
  await expect
    .poll(async () => {
      await page.clock.runFor(50);
      return heading.isVisible();
    })
    .toBe(true);
  expect(await page.evaluate(() => navigator.webdriver)).toBe(false);
}

test("a link counts as opened once a person presses something on its page, and staff see it", async ({
  page,
  browser,
  office,
  viewerSession,
}) => {
  const { priya, schedule, link } = await invite(office);
  const reports = countReports(page);
  await openLink(page, link);

  await test.step("not what is pressed at once, as a program would", async () => {
    await page.mouse.click(5, 5);
    await page.clock.runFor(1800);
    await page.keyboard.press("Tab");
    expect(await reports()).toBe(0);
  });
  await test.step("nor what a script presses", async () => {
    await page.clock.runFor(300);
    await page.evaluate(() => {
      document.querySelector("main")?.click();
      dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    });
    expect(await reports()).toBe(0);
    expect(await openingsOf(priya.id)).toEqual(neverOpened);
  });
  await test.step("but what a person presses, once", async () => {
    await page.mouse.click(5, 5);
    await expect.poll(() => openingsOf(priya.id)).not.toEqual(neverOpened);
    await page.mouse.click(5, 5);
    await page.clock.runFor(20_000);
    expect(await reports()).toBe(1);
  });
  await test.step("the schedule says so", async () => {
    const context = await browser.newContext();
    await useSession(context, viewerSession);
    const staff = await context.newPage();
    await staff.goto(`/admin/schedules/${schedule}`);
    const row = staff.getByRole("region", { name: "Interviewers" }).getByRole("listitem");
    await expect(row.filter({ hasText: "Priya Example" })).toContainText("Opened");
    await context.close();
  });
});

test("a link counts as opened when its page was in view for ten seconds", async ({
  page,
  office,
}) => {
  const { priya, link } = await invite(office);
  const reports = countReports(page);
  await openLink(page, link);
  await page.clock.runFor(9800);
  expect(await reports()).toBe(0);
  await page.clock.runFor(300);
  await expect.poll(() => openingsOf(priya.id)).not.toEqual(neverOpened);
});

test("an opening that did not reach the server is reported again at the next press", async ({
  page,
  office,
}) => {
  const { priya, link } = await invite(office);
  await openLink(page, link);
  const report = "**/rpc/record_link_opened";
  await page.route(report, (route) => route.abort());
  await page.clock.runFor(2100);
  const failed = page.waitForEvent("requestfailed");
  await page.keyboard.press("Tab");
  await failed;
  await page.unroute(report);
  await page.clock.runFor(2100);
  await page.keyboard.press("Tab");
  await expect.poll(() => openingsOf(priya.id)).not.toEqual(neverOpened);
});
