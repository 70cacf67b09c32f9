import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { dateIn, type Office } from "./support/office";
import { asService } from "./support/service";
import { expect, expectAccessible, test } from "./support/test";

const masked = "…/interview#••••";

/** An interviewer who was sent the link of a schedule, and the email as the office keeps it. */
async function sentEmail(office: Office, name = "Priya Example") {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, name);
  const oci = await office.oci(employer.id);
  const schedule = await office.schedule(oci, { day: 1, released: true, interviewers: [priya] });
  await office.sendLinks([schedule]);
  const mail = await mailTo(priya.email);
  const { data: email } = await office.api
    .from("emails")
    .select("id")
    .eq("interviewer_id", priya.id)
    .single()
    .throwOnError();
  await expect
    .poll(async () => (await statusOf(office, email.id)).status)
    .toMatch(/^(sent|delivered)$/);
  return { employer, priya, schedule, mail, email, path: `/admin/emails/${email.id}` };
}

async function statusOf(office: Office, id: string) {
  const { data } = await office.api.from("emails").select("status").eq("id", id).single();
  return { status: data?.status };
}

test("an email is found by recipient, text, status, kind and date, and a reload keeps the search", async ({
  adminPage: page,
  office,
}) => {
  const { employer, priya } = await sentEmail(office);
  const { priya: other } = await sentEmail(office, "Someone Else");
  const row = page.getByRole("row").filter({ hasText: priya.email });
  const choose = async (filter: string, option: string) => {
    await page.getByRole("button", { name: filter }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  await page.goto("/admin");
  await page.getByRole("link", { name: /^Email Activity/ }).click();
  await page.getByRole("searchbox", { name: "Recipient" }).fill(other.email);
  await expect(page.getByRole("row").filter({ hasText: other.email })).toBeVisible();
  await page.getByRole("searchbox", { name: "Recipient" }).fill(priya.email);
  await expect(page.getByRole("row").filter({ hasText: other.email })).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search text" }).fill(employer.name);
  await choose("Status", "Sent");
  await choose("Kind", "Interview Link");
  await choose("Dates", "Today");
  await expect(page).toHaveURL(/q=.*to=|to=.*q=/);
  await expect(page).toHaveURL(/status=sent.*kind=interview_link.*dates=today/);
  await expect(row).toHaveCount(1);
  await expectAccessible(page);

  await page.reload();
  await expect(row).toHaveCount(1);
  await expect(page.getByRole("searchbox", { name: "Recipient" })).toHaveValue(priya.email);
  await choose("Status", "Failed");
  await expect(page.getByText("No email matches")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page).toHaveURL(/\/admin\/emails$/);
  await expect(page.getByRole("searchbox", { name: "Recipient" })).toHaveValue("");
  await expect(page.getByRole("row").nth(2)).toBeVisible();
});

test("days are chosen from a calendar too: none of tomorrow, and some of today", async ({
  adminPage: page,
  office,
}) => {
  const { priya } = await sentEmail(office);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const list = (from: number) => `/admin/emails?to=${priya.email}&dates=${dateIn(zone, from)}..`;
  await page.goto(list(1));
  await expect(page.getByText("No email matches")).toBeVisible();
  await page.goto(list(0));
  await expect(page.getByRole("row").filter({ hasText: priya.email })).toBeVisible();
});

test("an email shows exactly what was sent, the link masked, with the mail server's words", async ({
  adminPage: page,
  office,
}) => {
  const { priya, mail, path } = await sentEmail(office);
  await page.goto(`/admin/emails?to=${priya.email}`);
  await page.getByRole("row").filter({ hasText: priya.email }).click();
  await expect(page).toHaveURL(new RegExp(path));
  await expect(page.getByRole("heading", { name: mail.subject })).toBeVisible();
  const token = new URL(linkIn(mail)).hash.slice(1);
  const asKept = (text: string) => words(text.replaceAll(/http\S*?\/interview#[\w-]+/g, masked));

  const frame = page.frameLocator("iframe");
  await expect(frame.getByText(`Hello ${priya.full_name},`)).toBeVisible();
  await expect(frame.getByText(masked)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Text" }).click();
  await expect(page.getByRole("tabpanel", { name: "Text" })).toBeVisible();
  expect(words(await page.getByRole("tabpanel").innerText())).toBe(asKept(mail.text));
  await page.getByRole("tab", { name: "Source" }).click();
  await expect(page.getByRole("tabpanel", { name: "Source" })).toBeVisible();
  expect(words(await page.getByRole("tabpanel").innerText())).toBe(asKept(mail.html));
  expect(await page.content()).not.toContain(token);

  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem")).toContainText([
    "Queued",
    "Handed to the mail server",
    /Accepted by the mail server.*250 /,
  ]);
});

const words = (text: string) => text.replaceAll(/\s+/g, " ").trim();

test("an admin reveals and copies the link: it opens the page, and the asking is on record", async ({
  adminPage: page,
  browser,
  office,
}) => {
  const { priya, mail, path } = await sentEmail(office);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(path);
  await page.getByRole("button", { name: "Reveal link" }).click();
  await expect(page.getByRole("textbox", { name: "Interview Link" })).toHaveValue(linkIn(mail));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(page.getByRole("textbox", { name: "Interview Link" })).toHaveCount(0);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Interview Link is copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(linkIn(mail));

  const { data: records } = await office.api
    .from("activity")
    .select("actor_name")
    .eq("action", "access_links.reveal")
    .eq("subject_id", priya.id)
    .throwOnError();
  expect(records).toEqual([{ actor_name: "Ada Okonkwo" }, { actor_name: "Ada Okonkwo" }]);

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(copied);
  await expect(guest.getByText("They will appear here on that day.")).toBeVisible();
  await context.close();
});

test("a viewer reads the email with the link masked, and has no way to reveal it", async ({
  viewerPage: page,
  office,
}) => {
  const { mail, path } = await sentEmail(office);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: mail.subject })).toBeVisible();
  await expect(page.getByText(masked).first()).toBeVisible();
  for (const name of ["Reveal link", "Copy link", "Send again", "More actions"]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }
  expect(await page.content()).not.toContain(new URL(linkIn(mail)).hash.slice(1));
  await expectAccessible(page);
});

test("sent again, it is the same link", async ({ adminPage: page, office }) => {
  const { priya, mail, path } = await sentEmail(office);
  await page.goto(path);
  await page.getByRole("button", { name: "Send again" }).dblclick();
  await expect(page.getByText(`Sent again to ${priya.email}`)).toBeVisible();
  expect(linkIn(await mailTo(priya.email, 2))).toBe(linkIn(mail));
  expect(await mailsTo(priya.email)).toHaveLength(2);
});

test("a reset link is refused from then on, its email says so, and the new one can be sent", async ({
  adminPage: page,
  browser,
  office,
}) => {
  const { priya, mail, path } = await sentEmail(office);
  await page.goto(path);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Reset link…" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("stops working at once");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Reset link" }).click();
  await expect(page.getByText("The link in this email no longer works")).toBeVisible();
  await expectAccessible(page);

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(linkIn(mail));
  await expect(guest.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
  await page.getByRole("button", { name: "Send the new link" }).click();
  const renewed = linkIn(await mailTo(priya.email, 2));
  expect(renewed).not.toBe(linkIn(mail));
  await guest.goto(renewed);
  await expect(guest.getByText("They will appear here on that day.")).toBeVisible();
  await context.close();
});

const attack = `<img src=x onerror="parent.document.title='owned'">`;

test("a name that is HTML is shown as it is written, and runs nothing", async ({
  adminPage: page,
  office,
}) => {
  const { priya, path } = await sentEmail(office, "Mallory Example");
  const { data: email } = await office.api
    .from("interviewers")
    .update({ full_name: attack })
    .eq("id", priya.id)
    .select("full_name")
    .single()
    .throwOnError();
  await page.goto(path);
  await page.getByRole("button", { name: "Send again" }).click();
  await page.getByRole("link", { name: "Open the new email" }).click();
  await expect(page.frameLocator("iframe").getByText(`Hello ${email.full_name},`)).toBeVisible();
  await expect(page).not.toHaveTitle("owned");
});

test("even an email that holds a script cannot run it here", async ({
  adminPage: page,
  office,
}) => {
  const { path, email } = await sentEmail(office);
  const html = `<!doctype html><p>Hostile</p>${attack}<script>top.document.title = "owned"</script>`;
  const body = { id: crypto.randomUUID(), html, body_text: "Hostile" };
  await asService().from("email_bodies").insert(body).throwOnError();
  await asService().from("emails").update({ body_id: body.id }).eq("id", email.id).throwOnError();
  const outside: string[] = [];
  page.on("request", (request) => {
    if (/\/x$/.test(request.url())) outside.push(request.url());
  });
  await page.goto(path);
  await expect(page.frameLocator("iframe").getByText("Hostile")).toBeVisible();
  await page.getByRole("tab", { name: "Source" }).click();
  await expect(page.getByRole("tabpanel").getByText("onerror=")).toBeVisible();
  await expect(page).not.toHaveTitle("owned");
  expect(outside).toEqual([]);
});

test("an email that the mail server refused shows its reason, and Retry sends it", async ({
  adminPage: page,
  office,
}) => {
  const { priya, email } = await sentEmail(office);
  const reason = "550 5.1.1 No such mailbox here";
  await asService()
    .from("email_events")
    .insert({ email_id: email.id, type: "failed", detail: reason })
    .throwOnError();
  await page.goto(`/admin/emails?status=problems&to=${priya.email}`);
  await page.getByRole("row").filter({ hasText: priya.email }).click();
  await expect(page.getByRole("alert")).toContainText("This email was not sent");
  await expect(page.getByRole("alert")).toContainText(reason);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Retry" }).click();
  await mailTo(priya.email, 2);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "History" })).toContainText(/Retried by Ada/);
});

test("a bounced email says so, and leads to where the address is put right", async ({
  adminPage: page,
  office,
}) => {
  const { priya, email, path } = await sentEmail(office);
  await asService()
    .from("email_events")
    .insert({ email_id: email.id, type: "bounced", detail: "The mailbox is full." })
    .throwOnError();
  await page.goto(path);
  await expect(page.getByRole("alert")).toContainText(`${priya.email} did not accept this email`);
  await expect(page.getByRole("alert")).toContainText("The mailbox is full.");
  await page.getByRole("button", { name: "Correct address and send" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Email address")).toHaveValue(priya.email);
  await expectAccessible(page);
});
