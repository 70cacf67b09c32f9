import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paths } from "../src/paths";
import { emailFilters } from "../src/staff/features/emails/shared/email-filters";
import { toSearch } from "../src/staff/url/search-params";
import { mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { asService } from "./support/service";
import { expect, expectAccessible, test } from "./support/test";

const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });
const chart = (page: Page) => page.getByRole("region", { name: "Emails over time" });

/** Well before the list is read again in any case. */
const soon = { timeout: 10_000 };

/** An employer with a day that can be sent to its one interviewer. */
async function employerWithDay(office: Office, name: string) {
  const employer = await office.employer(`${name} ${randomUUID().slice(0, 8)}`);
  const interviewer = await office.interviewer(employer.id, "Priya Example");
  const oci = await office.oci(employer.id);
  const schedule = await office.schedule(oci, {
    day: 1,
    released: true,
    interviewers: [interviewer],
  });
  return { employer, interviewer, schedule };
}

async function sent(office: Office, name: string) {
  const day = await employerWithDay(office, name);
  const { batchId } = await (await office.sendLinks([day.schedule])).json();
  await mailTo(day.interviewer.email);
  return { ...day, batchId: String(batchId) };
}

async function exported(page: Page): Promise<string[]> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const csv = await readFile(await (await downloading).path(), "utf8");
  return csv.trim().split("\r\n").slice(1);
}

test("employer, send and status narrow the list, the chart and the export", async ({
  adminPage: page,
  office,
}) => {
  const harbor = await sent(office, "Harbor");
  const fjord = await sent(office, "Fjord");
  await page.goto(paths.emails(toSearch(emailFilters, { to: "Priya Example" })));
  await expect(row(page, harbor.interviewer.email)).toBeVisible();
  await expect(row(page, fjord.interviewer.email)).toBeVisible();

  await page.getByRole("button", { name: /^Employer/ }).click();
  await page.getByRole("searchbox", { name: "Search Employer" }).fill(harbor.employer.name);
  await page.getByRole("option", { name: harbor.employer.name }).click();
  await expect(page).toHaveURL(new RegExp(`employer=${harbor.employer.id}`));
  await expect(row(page, fjord.interviewer.email)).toHaveCount(0);
  await expect(row(page, harbor.interviewer.email)).toHaveCount(1);
  const sentOnes = chart(page).getByRole("link", { name: "Sent or delivered" });
  await expect(sentOnes).toHaveText("Sent or delivered1");
  await expectAccessible(page);
  const lines = await exported(page);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(harbor.interviewer.email);

  await sentOnes.click();
  await expect(page).toHaveURL(/status=sent-or-delivered/);
  await expect(row(page, harbor.interviewer.email)).toHaveCount(1);
  await page.getByRole("button", { name: "Status" }).click();
  await page.getByRole("option", { name: "Waiting" }).click();
  await expect(page.getByText("No email matches")).toBeVisible();
  await expect(chart(page)).toHaveCount(0);

  await page.goto(paths.emails(toSearch(emailFilters, { batch: fjord.batchId })));
  await expect(row(page, fjord.interviewer.email)).toHaveCount(1);
  await expect(row(page, harbor.interviewer.email)).toHaveCount(0);
  const send = page.getByRole("button", { name: /^Send/ });
  await send.click();
  await expect(page.getByRole("option", { selected: true })).toContainText("Ada Okonkwo, 1 email");
  await expectAccessible(page);
  await page.getByRole("option", { name: "Any send" }).click();
  await expect(page).toHaveURL(/\/admin\/emails$/);
});

test("the list and the chart follow a send without a reload", async ({
  adminPage: page,
  office,
}) => {
  const { employer, interviewer, schedule } = await employerWithDay(office, "Live");
  await page.goto(paths.emails(toSearch(emailFilters, { employer: employer.id })));
  await expect(page.getByText("No email matches")).toBeVisible();
  await office.sendLinks([schedule]);
  await expect(row(page, interviewer.email)).toBeVisible(soon);
  await expect(row(page, interviewer.email)).toContainText(/Sent|Delivered/, soon);
  const sentOnes = chart(page).getByRole("link", { name: "Sent or delivered" });
  await expect(sentOnes).toHaveText("Sent or delivered1", soon);
});

test("a bar leads to the emails of its days", async ({ adminPage: page }) => {
  const tag = randomUUID().slice(0, 8);
  const days = ["2025-01-02", "2025-01-02", "2025-01-20"];
  const rows = days.map((day, n) => ({
    kind: "change" as const,
    to_name: `Dated ${n}`,
    to_email: `dated.${n}.${tag}@employer.example`,
    status: "delivered" as const,
    created_at: `${day}T12:00:00Z`,
  }));
  await asService().from("emails").insert(rows).throwOnError();
  await page.goto(paths.emails(toSearch(emailFilters, { to: tag })));
  await expect(row(page, tag)).toHaveCount(3);
  const bars = chart(page).locator("svg a");
  await expect(bars).toHaveCount(19);
  await expect(bars.first()).toContainText("Thu, Jan 2, 2025: 2 sent or delivered");
  await bars.first().click();
  await expect(page).toHaveURL(/dates=2025-01-02\.\.2025-01-02/);
  await expect(row(page, tag)).toHaveCount(2);
  await expect(row(page, "Dated 2")).toHaveCount(0);
});

test("a page out of sight asks nothing, and asks at once when it is looked at again", async ({
  adminPage: page,
}) => {
  const look = (visibilityState: "visible" | "hidden") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, visibilityState);
  let asked = 0;
  page.on("request", (request) => {
    if (/email_activity_version|email_list|email_counts/.test(request.url())) asked += 1;
  });
  const version = () => page.waitForRequest(/email_activity_version/);
  // Other tests send emails: what came before the page went out of sight would still be read.
  await page.route(/email_activity_version/, (route) => route.fulfill({ json: "1" }));
  await page.clock.install();
  await page.goto(paths.emails());
  await expect(chart(page)).toBeVisible();
  const next = version();
  await page.clock.runFor(2500);
  await next;

  await look("hidden");
  asked = 0;
  await page.clock.runFor(120_000);
  expect(asked).toBe(0);
  const again = version();
  await look("visible");
  await again;
});
