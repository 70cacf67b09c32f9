import { countReports, neverOpened, openingsOf } from "./support/link-openings";
import { expect, test } from "./support/test";

/** Runs `visit` that often, ten at a time. */
async function visits(count: number, visit: () => Promise<unknown>): Promise<void> {
  let left = count;
  const one = async () => {
    while (left-- > 0) await visit();
  };
  await Promise.all(Array.from({ length: 10 }, one));
}

test("a link that scanners have visited a thousand times opens, and nobody is said to have opened it", async ({
  page,
  browser,
  office,
}) => {
  test.slow();
  const employer = await office.employer();
  const { id } = await office.interviewer(employer.id, "Priya Example");
  const link = await office.reveal(id);
  let asked = 0;
  const url = () => (asked++ % 2 === 0 ? link : link.replace("#", "%23"));

  await test.step("GET and HEAD", async () => {
    await visits(300, async () => expect((await fetch(url())).status).toBe(200));
    await visits(300, async () =>
      expect((await fetch(url(), { method: "HEAD" })).status).toBe(200),
    );
  });
  await test.step("the exchange that the page makes", async () => {
    await visits(390, async () =>
      expect((await office.call("open-interview-link", { link: url() })).status).toBe(200),
    );
  });
  await test.step("the page itself, its scripts run and its buttons pressed", async () => {
    const context = await browser.newContext();
    for (let n = 0; n < 10; n += 1) {
      const scanner = await context.newPage();
      const reports = countReports(scanner);
      await scanner.clock.install();
      await scanner.goto(link);
      await expect(scanner.getByRole("heading", { name: /Priya/, level: 1 })).toBeVisible();
      expect(await scanner.evaluate(() => navigator.webdriver)).toBe(true);
      await scanner.clock.runFor(60_000);
      await scanner.mouse.click(5, 5);
      await scanner.keyboard.press("Enter");
      expect(await reports()).toBe(0);
      await scanner.close();
    }
    await context.close();
  });

  expect(await openingsOf(id)).toEqual(neverOpened);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: /Priya/, level: 1 })).toBeVisible();
});
