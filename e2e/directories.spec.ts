import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support/test";

const unique = () => randomUUID().slice(0, 8);
const row = (page: Page, name: string) => page.getByRole("row", { name });

async function downloaded(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await downloading).path(), "utf8");
}

test("an employer is added, found, corrected, archived and restored", async ({ adminPage }) => {
  const page = adminPage;
  const name = `Lakeside ${unique()}`;
  await page.goto("/admin");
  await page.getByRole("link", { name: "Employers" }).click();
  await page.getByRole("button", { name: "New employer" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Website").fill("lakeside");
  await page.getByRole("button", { name: "Add employer" }).click();
  await expect(page.getByText("Enter a full URL that starts with https://")).toBeVisible();
  await page.getByLabel("Website").fill("https://lakeside.example");
  await page.getByRole("button", { name: "Add employer" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Employer Actions" }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(page.getByText(`${name} is archived.`)).toBeVisible();
  await expect(page.getByText("Archived", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Employers" }).first().click();
  await page.getByRole("searchbox", { name: "Search employers" }).fill(name);
  await expect(page.getByText("No employer matches")).toBeVisible();
  await page.getByRole("button", { name: /Show$/ }).click();
  await page.getByRole("option", { name: "Archived" }).click();
  await row(page, name).click();
  await page.getByRole("button", { name: "Employer Actions" }).click();
  await page.getByRole("menuitem", { name: "Restore" }).click();
  await expect(page.getByText("Archived", { exact: true })).toHaveCount(0);
});

test("an employer of the same name is refused at the field, with the way to it", async ({
  adminPage: page,
  office,
}) => {
  const { id, name } = await office.employer();
  await page.goto("/admin/employers?dialog=new");
  await page.getByLabel("Name").fill(name.toUpperCase());
  await page.getByRole("button", { name: "Add employer" }).click();
  const field = page.getByRole("textbox", { name: "Name" });
  await expect(field).toHaveAccessibleDescription(new RegExp(`already exists: ${name}`));
  await page.getByRole("link", { name: "Open" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/employers/${id}$`));
});

test("interviewers are added to their employer, corrected and archived; an address is taken once", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  const known = await office.interviewer(employer.id, "Kim Known");
  await page.goto(`/admin/employers/${employer.id}`);
  await page.getByRole("button", { name: "New interviewer" }).click();
  await expectAccessible(page);
  await page.getByLabel("Full name").fill("Nora New");
  await page.getByLabel("Email address").fill(known.email.toUpperCase());
  await page.getByRole("button", { name: "Add interviewer" }).click();
  await expect(page.getByText(/^Kim Known of .* already uses this address/)).toBeVisible();
  await page.getByLabel("Email address").fill(`nora.${unique()}@employer.example`);
  await page.getByText("Coordinates for the employer.").click();
  await page.getByRole("button", { name: "Add interviewer" }).click();
  await expect(row(page, "Nora New")).toContainText("recruiter");

  await page.getByRole("button", { name: "Actions for Nora New" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByLabel("Title").fill("Talent Partner");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row(page, "Nora New")).toContainText("Talent Partner");

  await page.getByRole("button", { name: "Actions for Nora New" }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(row(page, "Nora New")).toContainText("Archived");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Nora New")).not.toContainText("Archived");

  await page.goto("/admin/interviewers");
  await page.getByRole("searchbox").fill(known.email);
  await expect(row(page, known.email)).toContainText(employer.name);
  await expectAccessible(page);
});

test("a student is added, found by part of name and email, and shows when and where they interview", async ({
  adminPage: page,
  office,
}) => {
  const tag = unique();
  await page.goto("/admin");
  await page.getByRole("link", { name: "Students" }).click();
  await page.getByRole("button", { name: "New student" }).click();
  await page.getByLabel("Full name").fill(`Rosa ${tag}`);
  await page.getByLabel("Email address").fill(`rosa.${tag}@students.example`);
  await page.getByRole("textbox", { name: "Program" }).fill("LLM");
  await page.getByRole("textbox", { name: "Class year" }).fill("28");
  await page.getByRole("button", { name: "Add student" }).click();
  await expect(page.getByText("Enter a year such as 2028.")).toBeVisible();
  await page.getByRole("textbox", { name: "Class year" }).fill("2028");
  await page.getByRole("button", { name: "Add student" }).click();
  await expect(page.getByRole("heading", { name: `Rosa ${tag}` })).toBeVisible();

  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const employer = await office.employer();
  const student = { id, full_name: `Rosa ${tag}`, email: "" };
  await office.schedule(await office.oci(employer.id), {
    zone: "America/Chicago",
    first: "09:00",
    last: "11:00",
    students: [student],
  });
  await page.reload();
  await expect(row(page, employer.name)).toContainText(/9:00–9:30 AM C[SD]T/);
  await expectAccessible(page);

  await page.goto("/admin/students");
  await page.getByRole("searchbox").fill(`${tag}@students rosa`);
  await expect(page.getByText("1 student", { exact: true })).toBeVisible();
  await expect(row(page, `Rosa ${tag}`)).toContainText("LLM");
  await expectAccessible(page);
});

test("a list is exported as it is filtered, and no cell of it is a formula", async ({
  adminPage: page,
  office,
}) => {
  const tag = unique();
  await office.student(`=HYPERLINK("https://evil.example") ${tag}`);
  await office.student(`Lee, Jordan ${tag}`);
  await page.goto(`/admin/students?q=${tag}`);
  await expect(page.getByText("2 students", { exact: true })).toBeVisible();
  const csv = await downloaded(page, "Export CSV");
  expect(csv[0]).toBe("\uFEFF");
  const lines = csv.slice(1).trim().split("\r\n");
  expect(lines[0]).toBe("Full name,Email,Program,Class year,Interviews");
  expect(lines).toHaveLength(3);
  expect(lines.join()).toContain(`"'=HYPERLINK(""https://evil.example"") ${tag}"`);
  expect(lines.join()).toContain(`"Lee, Jordan ${tag}"`);
});

test("a schedule goes to paper and into a file", async ({ viewerPage: page, office }) => {
  const employer = await office.employer();
  const people = [await office.interviewer(employer.id, "Priya Paper")];
  const students = [await office.student("Jordan Paper")];
  const oci = await office.oci(employer.id);
  const id = await office.schedule(oci, {
    first: "09:00",
    last: "10:00",
    interviewers: people,
    students,
  });
  await page.goto(`/admin/schedules/${id}`);
  await page.getByRole("link", { name: "Print or export" }).click();
  await expect(page.getByRole("heading", { name: employer.name })).toBeVisible();
  await expect(row(page, "Jordan Paper")).toContainText("9:00–9:30 AM");
  await expectAccessible(page);
  const csv = await downloaded(page, "Export CSV");
  expect(csv).toContain("9:00 AM,9:30 AM,E");
  expect(csv).toMatch(/Jordan Paper,.*,JD 2027,Priya Paper/);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

test("the OCIs and the emails are exported too", async ({ viewerPage: page, office }) => {
  const employer = await office.employer();
  await office.oci(employer.id);
  await page.goto(`/admin/ocis?${new URLSearchParams({ q: employer.name })}`);
  await expect(row(page, employer.name)).toBeVisible();
  expect(await downloaded(page, "Export CSV")).toContain(`${employer.name},Analyst,`);
  await page.goto("/admin/emails");
  expect(await downloaded(page, "Export CSV")).toContain("Written at,Kind,To,Email,Subject");
});

test("without a connection an archive says at once that it was not done, and can be repeated", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  const archive = async () => {
    await page.getByRole("button", { name: "Employer Actions" }).click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
  };
  await page.goto(`/admin/employers/${employer.id}`);
  await expect(page.getByRole("heading", { name: employer.name })).toBeVisible();
  await page.context().setOffline(true);
  await archive();
  await expect(page.getByRole("alertdialog").getByText("You are offline.")).toBeVisible();
  await page.context().setOffline(false);
  await archive();
  await expect(page.getByText("Archived", { exact: true })).toBeVisible();
});

/** Lets such requests wait until the returned function is called. */
async function holdRequests(page: Page, url: string): Promise<() => void> {
  let letThrough = () => {};
  const permission = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(url, async (route) => {
    await permission;
    await route.continue();
  });
  return letThrough;
}

test("applicants are added, put in order by keyboard, marked, and removed with a way back", async ({
  adminPage: page,
  office,
}) => {
  const tag = unique();
  const employer = await office.employer();
  await office.oci(employer.id);
  for (const name of ["Ana", "Ben", "Cyd"]) await office.student(`${name} ${tag}`);
  await page.goto(`/admin/employers/${employer.id}`);
  await row(page, "Analyst").first().click();
  for (const name of ["Ana", "Ben", "Cyd"]) {
    await page.getByRole("button", { name: "Add an applicant" }).click();
    await page.getByRole("combobox", { name: "Student" }).fill(`${name} ${tag}`);
    await page.getByRole("option", { name: `${name} ${tag}` }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  const names = page.getByRole("region", { name: "Applicants" }).getByRole("listitem");
  await expect(names).toHaveText([/^1Ana/, /^2Ben/, /^3Cyd/]);

  const up = page.getByRole("button", { name: `Move Cyd ${tag} up` });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(names).toHaveText([/^1Ana/, /^2Cyd/, /^3Ben/]);
  await expect(up).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(names).toHaveText([/^1Cyd/, /^2Ana/, /^3Ben/]);
  await expect(page.getByText(`Cyd ${tag} is now 1 of 3.`)).toBeAttached();

  await page.getByRole("button", { name: `Actions for Ana ${tag}` }).click();
  await page.getByRole("menuitem", { name: "Mark as alternate" }).click();
  await expect(page.getByRole("heading", { name: "Alternates (1)" })).toBeVisible();
  const ocisMayCome = await holdRequests(page, "**/rest/v1/oci_list*");
  await page.getByRole("button", { name: `Actions for Ben ${tag}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(page.getByRole("heading", { name: "Preselected (1)" })).toBeVisible();
  ocisMayCome();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Preselected (2)" })).toBeVisible();
  await page.reload();
  await expect(names).toHaveText([/^1Cyd/, /^2Ben/, /^1Ana/]);
  await expectAccessible(page);
});

test("a viewer reads the directories and is offered nothing that changes them", async ({
  viewerPage: page,
  office,
}) => {
  const employer = await office.employer();
  await office.interviewer(employer.id, "Kim Known");
  await page.goto("/admin/employers");
  await expect(page.getByRole("button", { name: "New employer" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Import/ })).toHaveCount(0);
  await page.goto(`/admin/employers/${employer.id}?dialog=interviewer`);
  await expect(row(page, "Kim Known")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Actions/ })).toHaveCount(0);
  await page.goto("/admin/import/students");
  await expect(
    page.getByRole("heading", { name: "Only admins can make changes here" }),
  ).toBeVisible();
});

test("on a phone the lists stay within the page", async ({ adminPage: page, office }) => {
  const employer = await office.employer();
  await office.interviewer(employer.id, "Kim Known");
  await page.setViewportSize({ width: 360, height: 740 });
  const paths = ["employers", `employers/${employer.id}`, "interviewers", "students"];
  for (const path of paths) {
    await page.goto(`/admin/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(360);
    await expectAccessible(page);
    expect(await page.evaluate(() => window.scrollY), `${path} begins at its top`).toBe(0);
  }
});
