import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { paths } from "../src/paths";
import { mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { visit } from "./support/scene";
import { expect, expectAccessible, test } from "./support/test";

// What the other specs open on their way, they look at there.

test.slow();

const nowhere = "00000000-0000-4000-8000-000000000000";
const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const openDialog = (page: Page) => page.getByRole("dialog").or(page.getByRole("alertdialog"));

/** Goes there without loading the app anew, by way of a page whose heading no other has. */
async function goTo(page: Page, path: string) {
  if ((await page.getByRole("navigation", { name: "Main" }).count()) === 0) {
    await page.goto(path);
    return;
  }
  const between = page.getByRole("heading", { level: 1, name: "Activity", exact: true });
  await visit(page, paths.activity());
  await expect(between).toBeVisible();
  await visit(page, path);
  await expect(between).toHaveCount(0);
}

/** Nobody is kept out, by colour, by a small screen or by a very small one. */
async function expectOpenToAll(page: Page, path: string, shown = heading) {
  await test.step(path, async () => {
    await goTo(page, path);
    await expect(shown(page)).toBeVisible();
    await expectAccessible(page);
    const desktop = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(shown(page)).toBeVisible();
    await expectAccessible(page, ["light"]);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    if (desktop) await page.setViewportSize(desktop);
  });
}

async function expectNoSidewaysScroll(page: Page) {
  const overhang = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await expect.poll(overhang, { message: `${page.url()} scrolls sideways` }).toBeLessThanOrEqual(0);
}

/** One of everything, with long names where they hurt. */
async function scene(office: Office) {
  const employer = await office.employer(`Wolfeschlegelsteinhausenbergerdorff ${randomUUID()}`);
  const oci = await office.oci(employer.id);
  const priya = await office.interviewer(employer.id, "Priya Featherstonehaugh-Cholmondeley");
  const jordan = await office.student("Jordan Example");
  const schedule = await office.schedule(oci, { interviewers: [priya], students: [jordan] });
  const { data } = await office.api
    .from("ocis")
    .select("job_posting_id")
    .eq("id", oci)
    .single()
    .throwOnError();
  return { employer, oci, priya, jordan, schedule, posting: data.job_posting_id };
}

test("the sign-in pages", async ({ page }) => {
  for (const path of ["sign-in", "sign-in/code", "forgot-password", "new-password"]) {
    await expectOpenToAll(page, `/admin/${path}`);
  }
});

test("the lists, full and empty", async ({ adminPage: page }) => {
  for (const list of ["ocis", "emails", "employers", "interviewers", "students"]) {
    await expectOpenToAll(page, `/admin/${list}`);
    await expectOpenToAll(page, `/admin/${list}?q=${randomUUID()}`);
  }
  await expectOpenToAll(page, "/admin/settings");
});

test("the page of each thing", async ({ adminPage: page, office }) => {
  const { employer, oci, priya, jordan, schedule, posting } = await scene(office);
  await office.sendLinks([schedule]);
  await mailTo(priya.email);
  const { data: email } = await office.api
    .from("emails")
    .select("id")
    .eq("interviewer_id", priya.id)
    .single()
    .throwOnError();
  for (const path of [
    `ocis/${oci}`,
    `employers/${employer.id}`,
    `students/${jordan.id}`,
    `postings/${posting}`,
    `schedules/${schedule}`,
    `schedules/${schedule}/edit`,
    `ocis/${oci}/schedules/new`,
    `emails/${email.id}`,
    `emails/${email.id}?view=source`,
  ]) {
    await expectOpenToAll(page, `/admin/${path}`);
  }
});

test("pages of things that hold nothing yet, or are canceled", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  await expectOpenToAll(page, `/admin/employers/${employer.id}`);
  const oci = await office.oci(employer.id);
  await expectOpenToAll(page, `/admin/ocis/${oci}`);
  const schedule = await office.schedule(oci);
  await expectOpenToAll(page, `/admin/schedules/${schedule}`);
  await office.api.rpc("cancel_schedule", { p_schedule_id: schedule, p_canceled: true });
  await expectOpenToAll(page, `/admin/schedules/${schedule}`);
  await expectOpenToAll(page, `/admin/schedules/${schedule}?dialog=restore`, openDialog);
  const student = await office.student("Nobody Yet");
  await expectOpenToAll(page, `/admin/students/${student.id}`);
});

test("the dialogs of a schedule", async ({ adminPage: page, office }) => {
  const { priya, schedule } = await scene(office);
  const open = (dialog: string) =>
    expectOpenToAll(page, `/admin/schedules/${schedule}?dialog=${dialog}`, openDialog);
  for (const dialog of ["send", "interviewers", "student", "release", "cancel"]) await open(dialog);
  for (const dialog of ["reset-link", "remove"]) await open(`${dialog}&about=${priya.id}`);
  await office.api.rpc("release_schedules", { p_schedule_ids: [schedule], p_released: true });
  await open("unrelease");
});

test("the other dialogs", async ({ adminPage: page, office }) => {
  const { employer, oci, priya, jordan, posting } = await scene(office);
  for (const path of [
    "ocis?dialog=new",
    `ocis/${oci}?dialog=edit`,
    "employers?dialog=new",
    `employers/${employer.id}?dialog=edit`,
    `employers/${employer.id}?dialog=interviewer`,
    `employers/${employer.id}?dialog=interviewer&about=${priya.id}`,
    "students?dialog=new",
    `students/${jordan.id}?dialog=edit`,
    `postings/${posting}?dialog=edit`,
  ]) {
    await expectOpenToAll(page, `/admin/${path}`, openDialog);
  }
});

test("a menu, while it is open", async ({ adminPage: page, office }) => {
  const { schedule } = await scene(office);
  await page.goto(`/admin/schedules/${schedule}`);
  await page.getByRole("button", { name: "Schedule Actions" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
});

test("an unknown URL shows Page not found and a way on", async ({ adminPage: page }) => {
  for (const path of ["nowhere", `schedules/${nowhere}`, `ocis/${nowhere}`, "emails/not-an-id"]) {
    await expectOpenToAll(page, `/admin/${path}`, (at) => at.getByText("Page not found"));
  }
  await expectOpenToAll(page, "/nowhere", main);
});

test("a page that the server does not answer for says so, and tries again", async ({
  adminPage: page,
}) => {
  await page.route("**/rest/v1/settings*", (route) => route.abort());
  await expectOpenToAll(page, "/admin/settings", (at) =>
    at.getByText("This page could not be shown"),
  );
  await page.unroute("**/rest/v1/settings*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});
