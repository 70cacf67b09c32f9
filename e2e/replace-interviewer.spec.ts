import type { Page } from "@playwright/test";
import { paths } from "../src/paths";
import { choose } from "./support/factories";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

test.slow();

/** A released morning of Sam's, of which he was notified; Kim is free. */
async function day(office: Office, page: Page) {
  const employer = await office.employer();
  const sam = await office.interviewer(employer.id, "Sam Example");
  const kim = await office.interviewer(employer.id, "Kim Example");
  const jordan = await office.student("Jordan Example");
  const schedule = await office.schedule(await office.oci(employer.id), {
    day: 30,
    first: "09:00",
    last: "12:00",
    interviewers: [sam],
    students: [jordan],
    released: true,
  });
  await office.sendLinks([schedule]);
  await mailTo(sam.email);
  await page.goto(paths.schedule(schedule));
  return { schedule, sam, kim };
}

const dialogOf = (page: Page, name: string) =>
  page.getByRole("dialog", { name: `Replace ${name}` });
const interviewers = (page: Page) => page.getByRole("region", { name: "Interviewers" });
const waiting = (page: Page) => page.getByRole("status").filter({ hasText: /notices? leaves?/ });

async function chooseKim(page: Page) {
  await choose(page, /^Actions for Sam Example/, "Replace…");
  const dialog = dialogOf(page, "Sam Example");
  await dialog.getByRole("button", { name: /New interviewer/ }).click();
  await page.getByRole("option", { name: /Kim Example/ }).click();
  return dialog;
}

test("one step replaces an interviewer, and both read of it", async ({
  adminPage: page,
  office,
  browser,
}) => {
  const { schedule, sam, kim } = await day(office, page);
  const samsLink = linkIn(await mailTo(sam.email));
  const dialog = await chooseKim(page);
  await expect(dialog.getByRole("checkbox", { name: /Notify 2 people/ })).toBeChecked();
  await expect(dialog).toContainText("Sam Example and Kim Example, by an email");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(
    page.getByText("Sam Example was replaced by Kim Example. 2 people will be notified"),
  ).toBeVisible();
  await expect(interviewers(page)).toContainText("Kim Example");
  await expect(interviewers(page)).not.toContainText("Sam Example");
  await expect(waiting(page)).toContainText("2 notices leave");
  await waiting(page).getByRole("button", { name: "Send now" }).click();
  await expect(waiting(page)).toBeHidden();

  const toSam = await mailTo(sam.email, 2);
  expect(toSam.subject).toMatch(/^Canceled: your interviews for /);
  expect(toSam.text).toContain("You are no longer an interviewer on ");
  expect(toSam.attachments?.[0]?.contentType).toContain("text/calendar");
  const toKim = await mailTo(kim.email);
  expect(toKim.subject).toMatch(/^Your interview link: /);
  expect(toKim.attachments?.[0]?.contentType).toContain("text/calendar");
  await expect(page.getByText("to notify")).toHaveCount(0);

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(linkIn(toKim));
  await expect(guest.getByText("Your interviews are on").first()).toBeVisible();
  await guest.goto("about:blank");
  await guest.goto(samsLink);
  await expect(guest.getByText(/Sam/).first()).toBeVisible();
  await expect(guest.getByText("Your interviews are on")).toHaveCount(0);
  await context.close();

  await page.goto(paths.activity(new URLSearchParams({ q: "Kim Example" })));
  await expect(page.getByText("replaced Sam Example with Kim Example").first()).toBeVisible();
  await page.goto(paths.schedule(schedule));
  await expect(interviewers(page)).toContainText("Sent");
});

test("undone within two minutes, it was never news to anyone", async ({
  adminPage: page,
  office,
}) => {
  const { sam, kim } = await day(office, page);
  const dialog = await chooseKim(page);
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(waiting(page)).toContainText("2 notices leave");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(interviewers(page)).toContainText("Sam Example");
  await expect(interviewers(page)).not.toContainText("Kim Example");
  await expect(interviewers(page)).toContainText("Sent");
  await waiting(page).getByRole("button", { name: "Send now" }).click();
  await expect(waiting(page)).toBeHidden();
  await expect
    .poll(async () => {
      const { data } = await office.api
        .from("emails")
        .select("status")
        .in("interviewer_id", [sam.id, kim.id])
        .order("created_at")
        .throwOnError();
      return data.map(({ status }) => status);
    })
    .toEqual(["sent", "canceled", "canceled"]);
  expect(await mailsTo(kim.email)).toHaveLength(0);
  expect(await mailsTo(sam.email)).toHaveLength(1);
});

test("someone new takes over; whoever is busy then is refused, and nobody is notified unasked", async ({
  adminPage: page,
  office,
}) => {
  const { sam, kim } = await day(office, page);
  const { data } = await office.api
    .from("interviewers")
    .select("employer_id")
    .eq("id", kim.id)
    .single()
    .throwOnError();
  await office.schedule(await office.oci(data.employer_id), {
    day: 30,
    first: "10:00",
    last: "11:00",
    interviewers: [kim],
  });
  const dialog = await chooseKim(page);
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(dialog.getByText(/^Kim Example is already booked with /)).toBeVisible();
  await dialog.getByRole("button", { name: "Someone new" }).click();
  await dialog.getByLabel("Full name").fill("Noor Example");
  await dialog.getByLabel("Email address").fill(`noor.${sam.id}@employer.example`);
  await expectAccessible(page);
  await dialog.getByText(/^Notify 2 people/).click();
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(
    page.getByText("Sam Example was replaced by Noor Example.", { exact: true }),
  ).toBeVisible();
  await expect(interviewers(page)).toContainText("Noor Example");
  await expect(page.getByText("2 people to notify").first()).toBeVisible();
  expect(await mailsTo(sam.email)).toHaveLength(1);
});
