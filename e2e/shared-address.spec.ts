import { paths } from "../src/paths";
import { choose } from "./support/factories";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { expect, expectAccessible, test } from "./support/test";

test("two recruiters share a mailbox, once it is said: each gets a link of their own", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  const sam = await office.interviewer(employer.id, "Sam Example");
  const schedule = await office.schedule(await office.oci(employer.id), {
    day: 30,
    first: "09:00",
    last: "10:00",
    interviewers: [sam],
    released: true,
  });
  const question = page.getByText(
    `Sam Example of ${employer.name} already uses this address. Use it anyway?`,
  );

  await test.step("in the directory", async () => {
    await page.goto(paths.employer(employer.id, { dialog: "interviewer" }));
    await page.getByLabel("Full name").fill("Kim Example");
    await page.getByLabel("Email address").fill(sam.email);
    await page.getByRole("button", { name: "Add interviewer" }).click();
    await expect(question).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Use it anyway" }).click();
    await expect(page.getByRole("row").filter({ hasText: "Kim Example" })).toBeVisible();
  });

  await test.step("on a schedule", async () => {
    await page.goto(paths.schedule(schedule));
    await choose(page, /^Actions for Sam Example/, "Replace…");
    const dialog = page.getByRole("dialog", { name: "Replace Sam Example" });
    await dialog.getByRole("button", { name: "Someone new" }).click();
    await dialog.getByLabel("Full name").fill("Noor Example");
    await dialog.getByLabel("Email address").fill(sam.email);
    await dialog.getByRole("button", { name: "Replace", exact: true }).click();
    await expect(question).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.goto(paths.schedule(schedule, { dialog: "interviewers" }));
    await page.getByRole("checkbox", { name: /Kim Example/ }).press("Space");
    await page.getByRole("button", { name: "Assign", exact: true }).last().click();
    await expect(page.getByRole("region", { name: "Interviewers" })).toContainText("Kim Example");
  });

  await office.call("request-interview-link", { email: sam.email });
  await mailTo(sam.email, 2);
  const mails = await mailsTo(sam.email);
  expect(mails).toHaveLength(2);
  expect(new Set(mails.map(linkIn)).size).toBe(2);
  for (const name of ["Sam", "Kim"]) {
    expect(mails.filter(({ text }) => text.includes(name))).toHaveLength(1);
  }
});
