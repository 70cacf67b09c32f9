import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

const signInPages = ["/admin/sign-in", "/admin/sign-in/code", "/admin/forgot-password"];

const isSignedIn = (page: Page) =>
  expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();

async function fillPassword(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel("Email address").first().fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** By the form, for a session of this test's own: it ends here without ending others'. */
async function signIn(page: Page, account: { email: string; password: string }) {
  await page.goto("/admin/sign-in");
  await fillPassword(page, account);
  await isSignedIn(page);
}

/** Fills in the address and gives the code that is mailed to it. */
async function askForCode(page: Page, email: string): Promise<string> {
  const { length } = await mailsTo(email);
  await page.getByLabel("Email address").first().fill(email);
  await page.getByRole("button", { name: "Email me a code" }).click();
  const { subject } = await mailTo(email, length + 1);
  return /\d{6}/.exec(subject)?.[0] ?? "";
}

test("a wrong password says what to do, and the right one opens the office", async ({ page }) => {
  await page.goto("/admin/sign-in");
  await fillPassword(page, { ...accounts.viewer, password: "not my password" });
  await expect(page.getByRole("alert")).toHaveText(
    "The email address or the password is not right. Try again, or have a code emailed to you.",
  );
  await expectAccessible(page);
  await fillPassword(page, { email: `${randomUUID()}@nobody.example`, password: "not mine" });
  await expect(page.getByRole("alert")).toContainText("is not right");
  await fillPassword(page, accounts.viewer);
  await expect(page.getByRole("heading", { name: "OCI Management" })).toBeVisible();
});

test("an emailed code signs in, spaces in it and all; a wrong one says what to do", async ({
  page,
}) => {
  const { email } = accounts.admin;
  await page.goto("/admin/sign-in");
  await page.getByRole("link", { name: "Email me a sign-in code" }).click();
  await expect(page.getByRole("heading", { name: "Sign in with a code" })).toBeVisible();
  const code = await askForCode(page, email);
  const field = page.getByLabel("Code from the email");
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(field).toHaveAccessibleDescription(/This code is wrong or has expired/);
  await expect(field).toBeFocused();
  await field.fill(code.replace(/(...)/, "$1 "));
  await page.getByRole("button", { name: "Sign in" }).click();
  await isSignedIn(page);
});

test("an address without an account gets the same answer, and no code", async ({ page }) => {
  const email = `${randomUUID()}@nobody.example`;
  for (const path of ["/admin/sign-in/code", "/admin/forgot-password"]) {
    await page.goto(path);
    await page.getByLabel("Email address").first().fill(email);
    await page.getByRole("button", { name: "Email me a code" }).click();
    await expect(page.getByText(`If ${email} has an account, a 6-digit code`)).toBeVisible();
  }
  expect(await mailsTo(email)).toEqual([]);
});

test("who forgot the password chooses a new one with an emailed code", async ({ page }) => {
  const { email } = accounts.forgetful;
  const password = `horse battery ${randomUUID().slice(0, 8)}`;
  await page.goto("/admin/sign-in?next=/admin/settings");
  await page.getByRole("link", { name: "Forgot password" }).click();
  await expect(page.getByRole("heading", { name: "Forgot password" })).toBeVisible();
  const code = await askForCode(page, email);
  await page.getByLabel("Code from the email").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(`For ${email}.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("New password").fill("too short");
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.getByText("A password has at least 10 characters.")).toBeVisible();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page).toHaveURL(/\/admin\/settings$/);

  await signOut(page, "Fay Forgetful");
  await fillPassword(page, accounts.forgetful);
  await expect(page.getByRole("alert")).toContainText("is not right");
  await fillPassword(page, { email, password });
  await isSignedIn(page);
});

test("a page for a new password that nothing led to says how to get there", async ({ page }) => {
  await page.goto("/admin/new-password");
  await expect(page.getByText("This link has expired or was already used")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Send a new email" }).click();
  await expect(page.getByRole("heading", { name: "Forgot password" })).toBeVisible();
});

async function signOut(page: Page, name: string) {
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible();
}

test("after signing out, Back shows nothing of the office", async ({ page }) => {
  await signIn(page, accounts.viewer);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await signOut(page, "Victor");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible();
});

test("an address that needs a sign-in leads back to itself, filters and all", async ({ page }) => {
  const address = "/admin/emails?status=sent&dates=week";
  await page.goto(address);
  await expect(page.getByText("Sign in to see the page you asked for.")).toBeVisible();
  await expectAccessible(page);
  await fillPassword(page, accounts.viewer);
  await expect(page.getByRole("heading", { name: "Email Activity" })).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(address);
});

test("sign-in leads to no address outside the office's pages", async ({ page }) => {
  for (const next of ["https://elsewhere.example/", "//elsewhere.example", "/administer"]) {
    await page.goto(`/admin/sign-in?next=${encodeURIComponent(next)}`);
    await fillPassword(page, accounts.viewer);
    await expect(page.getByRole("heading", { name: "OCI Management" })).toBeVisible();
    await signOut(page, "Victor");
  }
});

test("when the session is gone, the next step asks to sign in and goes on there", async ({
  viewerPage: page,
}) => {
  await page.goto("/admin/emails?kind=interview_link");
  await expect(page.getByRole("heading", { name: "Email Activity" })).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByText("Sign in to see the page you asked for.")).toBeVisible();
  await fillPassword(page, accounts.viewer);
  await expect(page.getByRole("heading", { name: "Email Activity" })).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/emails\?kind=interview_link$/);
});

test("a session that ends in the middle of typing loses nothing of it", async ({
  page,
  office,
}) => {
  await signIn(page, accounts.admin);
  const oci = await office.oci((await office.employer()).id);
  await page.goto(`/admin/ocis/${oci}/schedules/new`);
  await page.getByText("In person", { exact: true }).click();
  await page.getByLabel("Location").fill("Room 204");
  const elsewhere = await page.context().newPage();
  await elsewhere.goto("/admin/settings");
  await signOut(elsewhere, "Ada");

  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Password", { exact: true }).fill(accounts.admin.password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByLabel("Location")).toHaveValue("Room 204");
});

test("who signs in without belonging to the office sees an error and can leave", async ({
  page,
}) => {
  await page.goto("/admin/emails");
  await fillPassword(page, accounts.stranger);
  await expect(page.getByRole("heading", { name: "No access" })).toBeVisible();
  await expect(page.getByText(`You are signed in as ${accounts.stranger.email}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible();
});

const ask = async (page: Page, email: string) => {
  await page.getByLabel("Your email address").fill(email);
  await page.getByRole("button", { name: "Email me my Interview Link" }).click();
};

async function invited(office: Office, day: number) {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const oci = await office.oci(employer.id);
  const schedule = await office.schedule(oci, { day, released: true, interviewers: [priya] });
  return { priya, schedule };
}

test("an interviewer with an upcoming schedule can get the link from any sign-in page", async ({
  page,
  office,
}) => {
  const { priya } = await invited(office, 1);
  const past = await invited(office, -2);
  const answers: (string | null)[] = [];
  const asked = [priya.email, past.priya.email, `${randomUUID()}@nobody.example`];
  for (const [n, path] of signInPages.entries()) {
    await page.goto(path);
    const aside = page.getByRole("complementary");
    await expect(aside).toContainText("Interviewer? You don’t need an account.");
    await ask(page, asked[n] ?? "");
    await expect(aside).toContainText("Check your inbox");
    answers.push(await aside.textContent());
  }
  expect(new Set(answers).size).toBe(1);
  await expectAccessible(page);

  const mail = await mailTo(priya.email);
  expect(linkIn(mail)).toBe(await office.reveal(priya.id));
  await page.goto(linkIn(mail));
  await expect(page.getByText("They will appear here on that day.")).toBeVisible();
  for (const email of asked.slice(1)) expect(await mailsTo(email)).toEqual([]);
});

test("what is no email address is refused at the field, before anything is asked", async ({
  page,
}) => {
  let requests = 0;
  page.on("request", (request) => {
    if (request.url().includes("request-interview-link")) requests += 1;
  });
  for (const path of [...signInPages, "/admin/new-password"]) {
    await page.goto(path);
    await ask(page, "priya at employer");
    const field = page.getByLabel("Your email address");
    await expect(field).toBeFocused();
    expect(await field.evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false);
  }
  expect(requests).toBe(0);
});

test("the posting link of an email leads to sign-in, then to the posting", async ({
  page,
  office,
}) => {
  const { priya, schedule } = await invited(office, 1);
  await office.sendLinks([schedule]);
  const mail = await mailTo(priya.email);
  const [, posting = ""] = /href="([^"]*\/admin\/postings\/[^"]+)"/.exec(mail.html) ?? [];
  await page.goto(posting);
  await expect(page.getByText("Sign in to see the page you asked for.")).toBeVisible();
  await expect(page.getByText("Interviewer? You don’t need an account.")).toBeVisible();
  await fillPassword(page, accounts.viewer);
  await expect(page.getByRole("heading", { name: "Analyst" })).toBeVisible();
  expect(page.url()).toBe(posting);
});

test("the demo's own sign-ins are one click away", async ({ page }) => {
  await page.goto("/admin/sign-in");
  await page.getByRole("button", { name: /^Viewer/ }).click();
  await isSignedIn(page);
  await signOut(page, "Victor");
  await signIn(page, accounts.admin);
});
