import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { check, choose, importRows, unique } from "./support/import";
import { dateIn } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

const shown = (page: Page) => page.getByRole("grid", { name: "Rows and their outcome" });

test("employers, their interviewers, students and their slots come in from four files", async ({
  adminPage: page,
  office,
}) => {
  const tag = unique();
  const employer = `Harbor ${tag}`;
  const load = async (kind: string, lines: string[]) => {
    await choose(page, kind, lines);
    await check(page);
    await importRows(page);
    await expect(page.getByText("Import complete")).toBeVisible();
  };
  await load("employers", ["Company,URL", `${employer},https://harbor.example`]);
  await load("interviewers", [
    "Company;Name;E-mail;Role;Recruiter",
    `${employer};Ines ${tag};ines.${tag}@harbor.example;Partner;yes`,
  ]);
  await load("students", ["Name,Email", `Sol ${tag},sol.${tag}@students.example`]);

  await page.goto(`/admin/employers?${new URLSearchParams({ q: employer })}`);
  await page.getByRole("row", { name: employer }).click();
  await expect(page.getByRole("row", { name: `Ines ${tag}` })).toContainText("recruiter");

  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await office.schedule(await office.oci(id), { first: "09:00", last: "11:00", day: 3 });
  const date = dateIn("America/New_York", 3);
  await load("assignments", [
    "Employer,Date,Time,Email",
    `${employer},${date},9:30,sol.${tag}@students.example`,
  ]);
  await page.goto(`/admin/students?q=${tag}`);
  await page.getByRole("row", { name: `Sol ${tag}` }).click();
  await expect(page.getByRole("row", { name: employer })).toContainText("9:30–10:00 AM");
});

test("what the headings do not tell is chosen by hand", async ({ adminPage: page }) => {
  const tag = unique();
  await choose(page, "students", ["Who,Where to write", `Ida ${tag},ida.${tag}@students.example`]);
  await expect(page.getByText("Choose the column of: Full name, Email.")).toBeVisible();
  await page.getByRole("button", { name: /Full name/ }).click();
  await page.getByRole("option", { name: "Who" }).click();
  await page.getByRole("button", { name: /Email/ }).click();
  await page.getByRole("option", { name: "Where to write" }).click();
  await expectAccessible(page);
  await check(page);
  await expect(page.getByText("1 new")).toBeVisible();
  await expect(shown(page)).toContainText(`Ida ${tag}`);
});

test("rows with errors stop the import, or are skipped and downloaded with their reasons", async ({
  adminPage: page,
}) => {
  const tag = unique();
  const file = [
    "Full name,Email,Class year",
    `Good ${tag},good.${tag}@students.example,2028`,
    `Bad ${tag},nowhere,2028`,
    `=Odd ${tag},odd.${tag}@students.example,soon`,
  ];
  await choose(page, "students", file);
  await check(page);
  await expect(page.getByText("1 new")).toBeVisible();
  await expect(page.getByText("2 with errors", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  await expect(shown(page)).toContainText("This is not an email address: nowhere");
  await expect(shown(page)).toContainText("The class year is not a year: soon");
  await expect(shown(page)).not.toContainText(`Good ${tag}`);
  await expectAccessible(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download rows with errors" }).click();
  const skipped = await readFile(await (await downloading).path(), "utf8");
  expect(skipped.slice(1).trim().split("\r\n")).toEqual([
    "Full name,Email,Class year,Reason",
    `Bad ${tag},nowhere,2028,This is not an email address: nowhere`,
    `'=Odd ${tag},odd.${tag}@students.example,soon,The class year is not a year: soon`,
  ]);

  await page.getByText("Import the other rows").click();
  await importRows(page);
  await expect(page.getByText("1 new, 2 left out.")).toBeVisible();
  await expectAccessible(page);

  await choose(page, "students", file.slice(0, 2));
  await check(page);
  await expect(page.getByText("There is nothing new in this file.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
});

test("a file that cannot be read says why, and leaves the way to another", async ({
  adminPage: page,
}) => {
  await choose(page, "students", ["PK\u0003\u0004 and so on"], "students.xlsx.csv");
  await expect(page.getByText("This is a spreadsheet. Save it as CSV")).toBeVisible();
  await choose(page, "students", ["Full name,Email"]);
  await expect(page.getByText("The file has no rows below the header row")).toBeVisible();
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  await expectAccessible(page);
});
