import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { mailsTo, mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { asService } from "./support/service";
import { expect, expectAccessible, test } from "./support/test";

const missing = {
  video: "It is not virtual with In-App Video.",
  url: "Its meeting URL is not set.",
  location: "Its location is not set.",
  interviewers: "No interviewer is assigned.",
  students: "No student is assigned.",
  released: "It is not released.",
  over: "Its day is over.",
};
const hours = { first: "09:00", last: "11:00" };

test("40 schedules of mixed readiness: one email a person, every reason, and no second copy", async ({
  adminPage: page,
  office,
  context,
}) => {
  const mark = randomUUID().slice(0, 8);
  const ocis = await Promise.all(
    Array.from({ length: 8 }, (_, n) => makeOci(office, `Bulk ${mark} ${n}`, n)),
  );
  const leads = ocis.map(({ lead }) => lead);
  const colleagues = ocis.map(({ colleague }) => colleague);
  const sent = ocis[0];
  if (!sent) throw new Error("There are OCIs");
  await office.sendLinks(sent.ready);
  await Promise.all([mailTo(sent.lead.email), mailTo(sent.colleague.email)]);

  await test.step("ticks one OCI by keyboard, then all that match", async () => {
    await page.goto(`/admin/ocis?q=${mark}`);
    await page.getByRole("row", { name: /Bulk/ }).first().focus();
    await page.keyboard.press("Space");
    const bar = page.getByRole("region", { name: "Selected OCIs" });
    await expect(bar).toContainText("1 selected");
    await bar.getByRole("button", { name: "Select all 8 matching" }).click();
    await expect(bar).toContainText("8 selected");
    await expectAccessible(page);
    await bar.getByRole("link", { name: "Send Interview Link" }).click();
  });

  await test.step("sees who will be sent what, and every reason against it", async () => {
    await expect(page.getByRole("heading", { name: "Will send: 14 people" })).toBeVisible();
    await expect(page.getByRole("heading", { name: /unchanged: 2 people/ })).toBeVisible();
    await expect(page.getByText("40 schedules chosen")).toBeVisible();
    await expectAccessible(page);
    await expectReasons(page, ocis);
  });

  let batch = "";
  await test.step("presses twice, and sees them go out once", async () => {
    await page.getByRole("button", { name: "Send to 14 people" }).dblclick();
    await page.waitForURL(/\/admin\/batches\//);
    batch = page.url();
    await expect(page.getByText("Sent to 14 people.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("each mailbox holds one email, listing all days", async () => {
    for (const { email } of [...leads, ...colleagues]) {
      expect(await mailsTo(email), email).toHaveLength(1);
    }
    for (const { email } of leads) expect((await mailTo(email)).subject).toContain("2 days");
    for (const { email } of colleagues) {
      expect((await mailTo(email)).subject).not.toContain("2 days");
    }
  });

  await test.step("its address shows the result to whoever opens it", async () => {
    const other = await context.newPage();
    await other.goto(batch);
    await expect(other.getByText("Sent to 14 people.")).toBeVisible();
    await expect(other.getByText("2 people were skipped")).toBeVisible();
    await expectReasons(other, ocis);
    await other.close();
  });

  await test.step("released together, those that missed only that can be sent", async () => {
    await page.goBack();
    await page.getByRole("link", { name: "Send Interview Link" }).click();
    await expect(page.getByText("No one yet")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Send to/ })).toHaveCount(0);
    await page.getByRole("link", { name: "Release the 4 that are otherwise ready" }).click();
    await expect(page.getByRole("heading", { name: "Incomplete: 4" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Release 4 schedules" }).click();
    await expect(page.getByText("4 schedules are released.")).toBeVisible();
    await page.getByRole("link", { name: "Send Interview Link" }).click();
    await page.getByRole("button", { name: "Send to 4 people" }).click();
    await expect(page.getByText("Sent to 4 people.")).toBeVisible();
    for (const [n, { email }] of colleagues.entries()) {
      expect(await mailsTo(email), email).toHaveLength(n < 4 ? 2 : 1);
    }
  });
});

test("of those that failed each says why, and Retry sends to them only", async ({
  adminPage: page,
  office,
}) => {
  const oci = await makeOci(office, `Bulk retried ${randomUUID().slice(0, 8)}`, 0);
  const { lead, colleague } = oci;
  const { batchId } = await (await office.sendLinks(oci.ready)).json();
  await page.goto(`/admin/batches/${batchId}`);
  await expect(page.getByText("Sent to 2 people.")).toBeVisible();
  const { data: email } = await asService()
    .from("emails")
    .select("id")
    .eq("interviewer_id", lead.id)
    .single()
    .throwOnError();
  const reason = "550 5.1.1 No such mailbox here";
  await asService()
    .from("email_events")
    .insert({ email_id: email.id, type: "failed", detail: reason })
    .throwOnError();
  await page.reload();
  await expect(page.getByText("Sent: 1. Not sent: 1.")).toBeVisible();
  const failed = page.getByRole("region", { name: "Not sent: 1" });
  await expect(failed.getByRole("listitem")).toContainText([lead.email]);
  await expect(failed).toContainText(reason);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Retry 1 failed" }).dblclick();
  await expect(page.getByText("Sent to 2 people.")).toBeVisible();
  await expect(failed).toHaveCount(0);
  expect(await mailsTo(lead.email)).toHaveLength(2);
  expect(await mailsTo(colleague.email)).toHaveLength(1);
});

test("a viewer can open a send, and neither tick nor send", async ({ viewerPage, office }) => {
  const oci = await makeOci(office, `Bulk viewed ${randomUUID().slice(0, 8)}`, 0);
  const { batchId } = await (await office.sendLinks(oci.ready)).json();
  await viewerPage.goto("/admin/ocis");
  await expect(viewerPage.getByRole("row").nth(1)).toBeVisible();
  await expect(viewerPage.getByRole("checkbox")).toHaveCount(0);
  await viewerPage.goto(`/admin/batches/${batchId}`);
  await expect(viewerPage.getByText("Sent to 2 people.")).toBeVisible();
  await expectAccessible(viewerPage);
});

type TestOci = Awaited<ReturnType<typeof makeOci>>;

/** A day that nobody can be sent to: undecided, without its URL, without its location. */
const ways = [
  [{ video: null }, missing.video],
  [{ video: "external" }, missing.url],
  [{ format: "in_person", video: null }, missing.location],
] as const;

/** An OCI of five days: two are ready, the others each miss something. */
async function makeOci(office: Office, name: string, n: number) {
  const employer = await office.employer(name);
  const [lead, colleague, student, oci] = await Promise.all([
    office.interviewer(employer.id, `Lead ${n}`),
    office.interviewer(employer.id, `Colleague ${n}`),
    office.student(`Student ${name}`),
    office.oci(employer.id),
  ]);
  const whole = { ...hours, students: [student], released: true };
  const both = await office.schedule(oci, { ...whole, day: 1, interviewers: [lead, colleague] });
  const one = await office.schedule(oci, { ...whole, day: 2, interviewers: [lead] });
  const nowhere = await office.schedule(oci, { ...whole, day: 3, interviewers: [lead] });
  const [facts, missed] = ways[n % ways.length] ?? ways[0];
  await office.api.from("schedules").update(facts).eq("id", nowhere).throwOnError();
  const empty = await office.schedule(oci, { ...hours, day: 4 });
  const isOver = n >= 4;
  const last = await office.schedule(oci, {
    ...whole,
    day: isOver ? -2 : 5,
    released: isOver,
    interviewers: [colleague],
  });
  const reasons = new Map([
    [nowhere, [missed]],
    [empty, [missing.interviewers, missing.students, missing.released]],
    [last, [isOver ? missing.over : missing.released]],
  ]);
  return { lead, colleague, ready: [both, one], reasons };
}

async function expectReasons(page: Page, ocis: TestOci[]) {
  await expect(page.getByRole("heading", { name: "Not ready: 24 schedules" })).toBeVisible();
  await page.getByRole("button", { name: "Show all 24 schedules" }).click();
  const section = page.getByRole("region", { name: /^Not ready/ });
  for (const { reasons } of ocis) {
    for (const [id, expected] of reasons) {
      const row = section
        .getByRole("listitem")
        .filter({ has: page.locator(`a[href="/admin/schedules/${id}"]`) });
      const listed = row.getByRole("listitem");
      await expect(listed).toHaveCount(expected.length);
      for (const reason of expected) {
        const item = listed.filter({ hasText: reason });
        await expect(item).toHaveCount(1);
        await expect(item.getByRole("link")).toHaveAttribute(
          "href",
          new RegExp(`^/admin/schedules/${id}[/?]`),
        );
      }
    }
  }
}
