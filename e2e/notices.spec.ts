import type { Page } from "@playwright/test";
import { choose, slotAt } from "./support/factories";
import { mailsTo, mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

test.slow();

/** A released morning of which everyone was notified. */
async function notifiedDay(office: Office, page: Page) {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const sam = await office.interviewer(employer.id, "Sam Example");
  const oci = await office.oci(employer.id);
  const jordan = await office.student("Jordan Example");
  const aisha = await office.student("Aisha Example");
  const schedule = await office.schedule(oci, {
    day: 30,
    first: "09:00",
    last: "12:00",
    interviewers: [priya, sam],
    students: [jordan, aisha],
    released: true,
  });
  await office.sendLinks([schedule]);
  await office.call("send-student-links", {
    requestId: crypto.randomUUID(),
    scheduleIds: [schedule],
  });
  const people = { priya, sam, jordan, aisha };
  for (const { email } of Object.values(people)) await mailTo(email);
  await page.goto(`/admin/schedules/${schedule}`);
  return { employer, oci, schedule, ...people };
}

/** Of their latest email. */
async function statusOf(office: Office, studentId: string) {
  const { data } = await office.api
    .from("emails")
    .select("status")
    .eq("student_id", studentId)
    .order("created_at", { ascending: false })
    .limit(1)
    .single()
    .throwOnError();
  return data.status;
}

const banner = (page: Page) => page.getByRole("status").filter({ hasText: "to notify" });

async function notify(page: Page, count: string) {
  await banner(page)
    .getByRole("button", { name: `Notify ${count}` })
    .click();
  const dialog = page.getByRole("dialog", { name: "Notify of changes" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: `Send to ${count}` }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(banner(page)).toBeHidden();
}

test("whose time moved is notified of it, from what to what, and only once", async ({
  adminPage: page,
  office,
}) => {
  const { employer, oci, priya, sam, jordan, aisha } = await notifiedDay(office, page);
  await expect(banner(page)).toBeHidden();
  await choose(page, /^Jordan Example, 9:00/, "Move to…");
  await page.getByRole("dialog").getByRole("combobox", { name: "To" }).fill("11:00");
  await page.getByRole("option", { name: /11:00–/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
  await expect(slotAt(page, "11:00 AM").last()).toContainText("Jordan Example");
  await expect(banner(page)).toContainText("1 person to notify");
  await expect(banner(page)).toContainText("11:00–11:30 AM EST (was 9:00–9:30 AM)");
  await expectAccessible(page);

  await page.goto(`/admin/ocis/${oci}`);
  await expect(banner(page)).toContainText("1 person to notify");
  await page.goto("/admin/ocis");
  await expect(banner(page)).toBeVisible();
  await page.goto("/admin/today");
  await expect(banner(page)).toBeVisible();
  await page.goto(`/admin/ocis/${oci}`);
  await banner(page).getByRole("button", { name: "Notify" }).click();
  const dialog = page.getByRole("dialog", { name: "Notify of changes" });
  await expect(dialog.getByRole("checkbox", { name: /Jordan Example/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Send a test to me" }).click();
  await expect(dialog.getByText("what Jordan Example would get.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send to 1 person" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(banner(page)).toBeHidden();

  const mail = await mailTo(jordan.email, 2);
  const news = /now \w+, \w+ \d+, 11:00–11:30 AM E[SD]T \(was 9:00–9:30 AM\)/;
  expect(mail.subject).toMatch(/^Changed: your interview with /);
  expect(mail.subject).toContain(employer.name);
  expect(mail.subject).toMatch(news);
  const [, lead] = mail.text.split("\n").filter((line) => /now|Now/.test(line));
  expect(`${lead}${mail.text}`).toMatch(/Now \w+, \w+ \d+, 11:00–11:30 AM/);
  for (const one of [priya, sam, aisha]) expect(await mailsTo(one.email)).toHaveLength(1);
});

test("removing, unassigning and canceling offer to notify, and undo sends nothing", async ({
  adminPage: page,
  office,
}) => {
  const { schedule, priya, sam, jordan, aisha } = await notifiedDay(office, page);

  await test.step("an interviewer is taken off", async () => {
    await choose(page, /^Actions for Sam Example/, "Remove from schedule");
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("checkbox", { name: /Notify 1 person/ })).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Remove" }).click();
    await expect(
      page.getByText("Sam Example was removed. 1 person will be notified"),
    ).toBeVisible();
    const waiting = page.getByRole("status").filter({ hasText: "1 notice leaves" });
    await waiting.getByRole("button", { name: "Send now" }).click();
    await expect(waiting).toBeHidden();
    const mail = await mailTo(sam.email, 2);
    expect(mail.subject).toMatch(/^Canceled: your interviews for /);
    expect(mail.text).toContain("You are no longer an interviewer on ");
    expect(mail.attachments?.[0]?.contentType).toContain("text/calendar");
  });

  await test.step("a student is unassigned, and put back: nothing is sent", async () => {
    await choose(page, /^Jordan Example, 9:00/, "Unassign…");
    const dialog = page.getByRole("alertdialog", { name: "Unassign Jordan Example?" });
    await expect(dialog.getByRole("checkbox", { name: /Notify 1 person/ })).toBeChecked();
    await dialog.getByRole("button", { name: "Unassign" }).click();
    const toast = page.getByText(/^Jordan Example was unassigned. 1 person will be notified/);
    await expect(toast).toBeVisible();
    const waiting = page.getByRole("status").filter({ hasText: "1 notice leaves" });
    await expect(waiting).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(slotAt(page, "9:00")).toContainText("Jordan Example");
    await waiting.getByRole("button", { name: "Send now" }).click();
    await expect(waiting).toBeHidden();
    await expect.poll(() => statusOf(office, jordan.id)).toBe("canceled");
    await expect(banner(page)).toBeHidden();
    expect(await mailsTo(jordan.email)).toHaveLength(1);
  });

  await test.step("the day is canceled without a notice; afterwards it can still be sent", async () => {
    await choose(page, "Schedule Actions", "Cancel schedule");
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText(/^Notify 3 people/).click();
    await dialog.getByRole("button", { name: "Cancel schedule" }).click();
    await expect(page.getByText("The schedule is canceled.", { exact: true })).toBeVisible();
    await expect(banner(page)).toContainText("3 people to notify");
    await notify(page, "3 people");
    for (const one of [priya, jordan, aisha]) {
      const mail = await mailTo(one.email, 2);
      expect(mail.subject).toMatch(/^Canceled: /);
      expect(mail.text).toContain("has been canceled.");
    }
    expect(await mailsTo(sam.email)).toHaveLength(2);
  });

  await test.step("restored, everyone is news again", async () => {
    await choose(page, "Schedule Actions", "Restore");
    await page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
    await expect(banner(page)).toContainText("3 people to notify");
    await page.goto(`/admin/emails?q=${encodeURIComponent(jordan.email)}`);
    await expect(page.getByText(/^Canceled: your interview with/).first()).toBeVisible();
    await page.goto(`/admin/schedules/${schedule}`);
    await notify(page, "3 people");
    expect((await mailTo(jordan.email, 3)).subject).toMatch(/^Your interview with /);
  });
});
