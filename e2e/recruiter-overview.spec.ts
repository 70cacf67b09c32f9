import type { Page } from "@playwright/test";
import { paths } from "../src/paths";
import { choose } from "./support/factories";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

test.slow();

/** A released day of Sam's and a colleague who is free, and a recruiter who sees no overview yet. */
async function day(office: Office) {
  const employer = await office.employer();
  const sam = await office.interviewer(employer.id, "Sam Example");
  const kim = await office.interviewer(employer.id, "Kim Example");
  const rita = await office.interviewer(employer.id, "Rita Example");
  await office.api.from("interviewers").update({ is_recruiter: true }).eq("id", rita.id);
  const jordan = await office.student("Jordan Example");
  const schedule = await office.schedule(await office.oci(employer.id), {
    day: 30,
    first: "09:00",
    last: "12:00",
    interviewers: [sam],
    students: [jordan],
    released: true,
  });
  return { employer, schedule, sam, kim, rita };
}

const overview = (page: Page, employer: string) =>
  page.getByRole("region", { name: `All ${employer} interview days` });

test("staff give a recruiter the overview, who resends a link and proposes a substitute", async ({
  adminPage: page,
  office,
  browser,
}) => {
  const { employer, sam, kim, rita } = await day(office);

  const link = await test.step("the office gives it and sends the link", async () => {
    await page.goto(paths.employer(employer.id, { dialog: "interviewer", about: rita.id }));
    await page.getByText("Can see all of this employer’s interview days").click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("recruiter, sees the overview")).toBeVisible();
    await choose(page, /^Actions for Rita Example/, "Send overview link");
    await expect(page.getByText("will be sent to").first()).toBeVisible();
    const mail = await mailTo(rita.email);
    expect(mail.subject).toContain(`Your overview: ${employer.name}`);
    expect(mail.text).toContain("Propose a substitute");
    return linkIn(mail);
  });

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(link);
  const seen = overview(guest, employer.name);
  await expect(seen).toContainText("Sam Example");
  await expect(seen).toContainText("No link sent yet");
  await expect(guest.getByText("Jordan Example")).toHaveCount(0);
  await expectAccessible(guest);

  await test.step("a colleague's link goes to the colleague", async () => {
    await seen.getByRole("button", { name: "Resend link to Sam Example" }).click();
    await expect(seen).toContainText("Sam Example will get the link by email within a minute.");
    await mailTo(sam.email);
    expect(await mailsTo(rita.email)).toHaveLength(1);
  });

  await test.step("a substitute is proposed, taken back, and proposed again", async () => {
    await seen.getByRole("button", { name: "Propose a substitute for Sam Example" }).click();
    const form = seen.getByRole("form", { name: "A substitute for Sam Example" });
    await form.getByLabel("Who takes over").selectOption("Someone else…");
    await form.getByLabel("Full name").fill("Noor Example");
    await form.getByLabel("Email address").fill("noor@nowhere");
    await form.getByRole("button", { name: "Propose", exact: true }).click();
    await expect(form.getByText("Enter an email address like name@example.com.")).toBeVisible();
    await expectAccessible(guest);
    await form.getByLabel("Email address").fill(`noor.${sam.id}@employer.example`);
    await form.getByRole("button", { name: "Propose", exact: true }).click();
    await expect(seen).toContainText("Noor Example has been proposed as a substitute.");
    await seen.getByRole("button", { name: "Withdraw the proposal of Noor Example" }).click();
    await expect(seen).not.toContainText("Noor Example");
    await seen.getByRole("button", { name: "Propose a substitute for Sam Example" }).click();
    await form.getByLabel("Who takes over").selectOption("Kim Example");
    await form.getByRole("button", { name: "Propose", exact: true }).click();
    await expect(seen).toContainText("Kim Example has been proposed as a substitute.");
  });

  await test.step("the office reads of it where it works, and accepts", async () => {
    await page.goto(paths.ocis());
    await page
      .getByRole("status")
      .filter({ hasText: "substitute" })
      .getByRole("link", { name: new RegExp(employer.name) })
      .click();
    const proposal = page.getByRole("status").filter({
      hasText: "Rita Example proposes Kim Example as a substitute for Sam Example",
    });
    await expect(proposal).toContainText(kim.email);
    await expectAccessible(page);
    await proposal.getByRole("button", { name: "Accept" }).click();
    await expect(page.getByText("Sam Example was replaced by Kim Example.")).toBeVisible();
    await expect(proposal).toBeHidden();
    const interviewers = page.getByRole("region", { name: "Interviewers" });
    await expect(interviewers).toContainText("Kim Example");
    await page.goto(paths.activity(new URLSearchParams({ q: employer.name })));
    await expect(
      page.getByText("proposed Kim Example as a substitute for Sam Example"),
    ).toBeVisible();
  });

  await test.step("the recruiter sees it on returning to the page", async () => {
    await guest.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(seen).toContainText("Kim Example");
    await expect(seen).not.toContainText("Sam Example");
  });

  await test.step("taken away, the overview is gone from the open page", async () => {
    await office.api.from("interviewers").update({ sees_overview: false }).eq("id", rita.id);
    await guest.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(seen).toBeHidden();
  });
  await context.close();
});

test("declined, the recruiter reads so on a phone", async ({
  adminPage: page,
  office,
  browser,
}) => {
  const { employer, schedule, sam, kim, rita } = await day(office);
  await office.api.from("interviewers").update({ sees_overview: true }).eq("id", rita.id);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const guest = await context.newPage();
  await guest.goto(await office.reveal(rita.id));
  const seen = overview(guest, employer.name);
  await seen.getByRole("button", { name: "Propose a substitute for Sam Example" }).click();
  await seen.getByLabel("Who takes over").selectOption("Kim Example");
  await seen.getByRole("button", { name: "Propose", exact: true }).click();
  await expect(seen).toContainText("Kim Example has been proposed as a substitute.");
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.goto(paths.schedule(schedule));
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(
    page.getByText("Declined. Rita Example will see this on their overview."),
  ).toBeVisible();
  await guest.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(seen).toContainText("The career office declined Kim Example.");
  await seen.getByRole("button", { name: "Clear the proposal of Kim Example" }).click();
  await expect(seen).not.toContainText("Kim Example");
  expect(await mailsTo(kim.email)).toHaveLength(0);
  expect(await mailsTo(sam.email)).toHaveLength(0);
  await context.close();
});

test("an overview whose code does not come leaves the page whole", async ({ page, office }) => {
  const { employer, rita } = await day(office);
  await office.api.from("interviewers").update({ sees_overview: true }).eq("id", rita.id);
  await page.route(/\/assets\/overview-/, (route) => route.abort());
  await page.goto(await office.reveal(rita.id));
  await expect(page.getByRole("heading", { name: employer.name })).toBeVisible();
  await expect(page.getByText("The overview did not load")).toBeVisible();
  await expectAccessible(page);
  await page.unroute(/\/assets\/overview-/);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(overview(page, employer.name)).toContainText("Sam Example");
});
