import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page, Route } from "@playwright/test";
import { paths } from "../src/paths";
import { emailFilters } from "../src/staff/features/emails/shared/email-filters";
import { toSearch } from "../src/staff/url/search-params";
import { asService } from "./support/service";
import { expect, expectAccessible, test } from "./support/test";

const count = 1203;
const secondPage = /search_emails.*created_at=lte/;

/** More emails than the API answers at once, all written at one moment. */
async function manyEmails() {
  const tag = randomUUID().slice(0, 8);
  const rows = Array.from({ length: count }, (_, n) => ({
    kind: "change" as const,
    to_name: `Old ${tag}`,
    to_email: `old.${n}.${tag}@employer.example`,
    subject: "Long ago",
    status: "delivered" as const,
    created_at: "2025-01-01T12:00:00.123456Z",
  }));
  await asService().from("emails").insert(rows).throwOnError();
  return paths.emails(toSearch(emailFilters, { to: tag }));
}

const startExport = (page: Page) => page.getByRole("button", { name: "Export CSV" }).click();

test("an export of more than one page has each email once", async ({ adminPage: page }) => {
  await page.goto(await manyEmails());
  await expect(page.getByText("1,203 emails")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await startExport(page);
  const csv = await readFile(await (await downloading).path(), "utf8");
  const lines = csv.trim().split("\r\n").slice(1);
  expect(lines).toHaveLength(count);
  expect(new Set(lines).size).toBe(count);
});

test("an export shows how far it is, can be canceled, and saves nothing half", async ({
  adminPage: page,
}) => {
  await page.goto(await manyEmails());
  let downloads = 0;
  page.on("download", () => {
    downloads += 1;
  });
  const held: Route[] = [];
  await page.route(secondPage, (route) => {
    held.push(route);
  });
  const asked = page.waitForRequest(secondPage);
  await startExport(page);
  await asked;
  await expect(page.getByText("1,000 of 1,203")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel export" }).click();
  await expect(page.getByText("1,000 of 1,203")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Cancel export" })).toHaveCount(0);

  await held[0]?.abort();
  await page.route(secondPage, (route) => route.abort());
  await startExport(page);
  await expect(page.getByText("Nothing was saved.")).toBeVisible();
  expect(downloads).toBe(0);
});
