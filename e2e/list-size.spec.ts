import { randomUUID } from "node:crypto";
import { expect, test } from "./support/test";

const lists = ["ocis?dates=any", "students", "interviewers", "employers", "emails", "activity"];

test("a page of a list has fewer than 300 parts, however many rows there are", async ({
  adminPage: page,
  office,
}) => {
  const tag = randomUUID().slice(0, 8);
  const employer = await office.employer(`Many ${tag}`);
  const interviewer = await office.interviewer(employer.id, "Priya Raman");
  const schedules: string[] = [];
  for (let n = 0; n < 11; n += 1) {
    const oci = await office.oci(employer.id);
    schedules.push(
      await office.schedule(oci, { day: 60 + n, last: "01:00", interviewers: [interviewer] }),
    );
  }
  expect((await office.sendLinks(schedules)).ok).toBe(true);
  await page.goto(`/admin/ocis?dates=any&q=${tag}`);
  await page.getByRole("row", { name: /Many/ }).first().focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Select all 11 matching" }).click();
  await expect(page.getByText("11 selected")).toBeVisible();
  await expect(page.getByRole("button", { name: "Next page" })).toBeEnabled();
  expect(await page.locator("main table *").count()).toBeLessThan(300);

  await page.goto(`/admin/emails?to=${interviewer.email}`);
  await expect(page.getByRole("row", { name: /Priya Raman/ })).toContainText("and 9 more");

  for (const path of lists) {
    await page.goto(`/admin/${path}`);
    const list = page.locator("main table, main ul").first();
    await expect(list).toBeVisible();
    expect(await list.locator("*").count(), path).toBeLessThan(300);
  }
});
