import type { Page } from "@playwright/test";
import { paths } from "../src/paths";
import { allMails, mailsTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { asService } from "./support/service";
import { expect, expectAccessible, test } from "./support/test";

const people = Number(process.env.SENT_TO ?? 60);
const refused = people / 5;

/** A released day with very many interviewers. */
async function bigDay(office: Office) {
  const employer = await office.employer();
  const { data: interviewers } = await office.api
    .from("interviewers")
    .insert(
      Array.from({ length: people }, (_, n) => ({
        employer_id: employer.id,
        full_name: `Person ${String(n).padStart(3, "0")}`,
        email: `person.${n}.${employer.id}@employer.example`,
      })),
    )
    .select("id, full_name, email")
    .throwOnError();
  const schedule = await office.schedule(await office.oci(employer.id), {
    day: 30,
    first: "09:00",
    last: "12:00",
    interviewers,
    students: [await office.student("Jordan Example")],
    released: true,
  });
  return { schedule, interviewers };
}

/** How many emails these people have, each of the numbers once. */
async function mailCounts(of: { email: string }[]): Promise<Set<number>> {
  const counts = new Map(of.map(({ email }) => [email, 0]));
  for (const { to } of await allMails())
    for (const { address } of to) counts.set(address, (counts.get(address) ?? 0) + 1);
  return new Set(of.map(({ email }) => counts.get(email) ?? 0));
}

const paused = (page: Page) => page.getByRole("status").filter({ hasText: "Sending is paused" });
const waiting = async (batchId: string) =>
  (
    await asService()
      .from("emails")
      .select("id", { count: "exact", head: true })
      .eq("batch_id", batchId)
      .eq("status", "queued")
      .throwOnError()
  ).count;

test("a send to very many is paused in the middle, resumed from another tab, and retried where it failed", async ({
  adminPage: page,
  office,
  context,
}) => {
  test.slow();
  const { schedule, interviewers } = await bigDay(office);

  await test.step("paused, with the reason on every page", async () => {
    await page.goto(paths.emails());
    await page.getByRole("button", { name: "Pause sending" }).click();
    const dialog = page.getByRole("dialog", { name: "Pause sending" });
    await dialog.getByLabel("Reason").fill("The room numbers are wrong");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Pause sending" }).click();
    await expect(paused(page)).toContainText("The room numbers are wrong");
    await expect(paused(page)).toContainText("No emails are waiting.");
    await page.goto(paths.students());
    await expect(paused(page)).toBeVisible();
    await expectAccessible(page);
  });

  const { batchId } = await (await office.sendLinks([schedule])).json();
  const unlucky = interviewers.slice(0, refused);

  await test.step("nothing leaves; some are refused meanwhile", async () => {
    await page.goto(paths.batch(batchId));
    await expect(paused(page)).toContainText(`${people} emails are waiting.`);
    const { data: emails } = await asService()
      .from("emails")
      .select("id")
      .in(
        "interviewer_id",
        unlucky.map(({ id }) => id),
      )
      .throwOnError();
    await asService()
      .from("email_events")
      .insert(emails.map(({ id }) => ({ email_id: id, type: "failed" as const, detail: "550 No" })))
      .throwOnError();
    expect(await waiting(batchId)).toBe(people - refused);
    expect(await mailCounts(interviewers)).toEqual(new Set([0]));
  });

  const other = await test.step("the tab is closed, another resumes", async () => {
    const tab = await context.newPage();
    await page.close();
    await tab.goto(paths.batch(batchId));
    await paused(tab).getByRole("button", { name: "Resume" }).click();
    await expect(paused(tab)).toBeHidden();
    await expect(tab.getByText(`Sent: ${people - refused}. Not sent: ${refused}.`)).toBeVisible();
    await expect(tab.getByRole("region", { name: `Not sent: ${refused}` })).toContainText("550 No");
    return tab;
  });

  await test.step("retried, and everyone has one email", async () => {
    expect(await mailCounts(unlucky)).toEqual(new Set([0]));
    expect(await mailCounts(interviewers.slice(refused))).toEqual(new Set([1]));
    await other.getByRole("button", { name: `Retry ${refused} failed` }).dblclick();
    await expect(other.getByText(`Sent to ${people} people.`)).toBeVisible();
    expect(await mailCounts(interviewers)).toEqual(new Set([1]));
  });
});

test("a bounced address is in no send, is corrected in one form, or allowed again", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  const sam = await office.interviewer(employer.id, "Sam Example");
  const kim = await office.interviewer(employer.id, "Kim Example");
  const schedule = await office.schedule(await office.oci(employer.id), {
    day: 30,
    first: "09:00",
    last: "12:00",
    interviewers: [sam, kim],
    students: [await office.student("Jordan Example")],
    released: true,
  });
  await office.sendLinks([schedule]);
  await expect.poll(() => mailsTo(sam.email)).toHaveLength(1);
  for (const person of [sam, kim]) {
    await expect.poll(() => mailsTo(person.email)).toHaveLength(1);
    const { data: email } = await asService()
      .from("emails")
      .select("id")
      .eq("interviewer_id", person.id)
      .single()
      .throwOnError();
    await asService()
      .from("email_events")
      .insert({ email_id: email.id, type: "bounced", detail: "550 No such user" })
      .throwOnError();
  }

  await page.goto(paths.schedule(schedule, { dialog: "send" }));
  const send = page.getByRole("dialog", { name: "Send Interview Link" });
  await expect(send.getByRole("heading", { name: "Not sent" })).toBeVisible();
  await expect(send.getByRole("checkbox")).toHaveCount(0);
  await expect(send).toContainText(`Emails to ${sam.email} bounced or were marked as spam.`);
  await expectAccessible(page);

  await test.step("allowed again", async () => {
    await send.getByRole("button", { name: "Allow emails to Kim Example" }).click();
    await expect(send.getByRole("checkbox", { name: /Kim Example/ })).toBeVisible();
  });

  await test.step("corrected", async () => {
    await send.getByRole("link", { name: "Correct address of Sam Example" }).click();
    const dialog = page.getByRole("dialog", { name: "Correct Sam Example’s address" });
    await dialog.getByLabel("Email address").fill("sam@nowhere");
    await dialog.getByRole("button", { name: "Save and send" }).click();
    await expect(dialog.getByText("Enter an email address like name@example.com")).toBeVisible();
    const corrected = `sam.${schedule}@employer.example`;
    await dialog.getByLabel("Email address").fill(corrected);
    await dialog.getByRole("button", { name: "Save and send" }).click();
    await expect(dialog.getByText(/Sent to 1 person|Sent to Sam/)).toBeVisible();
    expect(await mailsTo(corrected)).toHaveLength(1);
  });
});
