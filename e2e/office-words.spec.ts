import { accounts } from "./support/accounts";
import { mailsTo } from "./support/mailbox";
import { expect, expectAccessible, test } from "./support/test";

test("the office writes an email in its own words, tries it, and goes back to the standard ones", async ({
  adminPage: page,
  office,
}) => {
  test.slow();
  const employer = await office.employer();
  const jordan = await office.student("Jordan Lee");
  const schedule = await office.schedule(await office.oci(employer.id), { students: [jordan] });
  await page.goto(`/admin/schedules/${schedule}?dialog=release`);
  await page.getByRole("alertdialog").getByRole("button", { name: "Release" }).click();
  await expect(page.getByText(/^Released\./)).toBeVisible();

  const frame = page.getByTitle("Preview of the email").contentFrame();
  const subject = page.getByRole("textbox", { name: "Subject" });
  await test.step("from Settings to the words of one kind", async () => {
    await page.goto("/admin/settings");
    await page.getByRole("link", { name: "Edit the wording" }).click();
    await page.getByRole("link", { name: "Student’s link on request" }).click();
    await expect(subject).toHaveValue("{{summary}}");
    await expect(frame.getByText("Open your interview page")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the preview follows what is typed", async () => {
    await subject.fill("Here it is: ");
    await page.getByRole("button", { name: "Insert field into Subject" }).click();
    await page.getByRole("menuitem", { name: "Standard subject" }).click();
    await expect(subject).toHaveValue("Here it is: {{summary}}");
    await page.getByRole("textbox", { name: "Introduction" }).fill("You asked for <b>it</b>.");
    await page.getByRole("textbox", { name: "Closing" }).fill("Good luck!\n\n{{office}}");
    await expect(frame.getByText("You asked for <b>it</b>.")).toBeVisible();
    await expect(frame.getByText("Good luck!")).toBeVisible();
    await expect(page.getByText(/^Subject: Here it is: Your interview/)).toBeVisible();
  });

  await test.step("light, dark, phone and text", async () => {
    const background = () =>
      frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await background()).toBe("rgb(244, 244, 248)");
    await page.getByRole("radio", { name: "Dark" }).click();
    await expect.poll(background).toBe("rgb(19, 20, 27)");
    await page.getByRole("radio", { name: "Phone" }).click();
    await expect(page.getByTitle("Preview of the email")).toHaveCSS("width", "360px");
    await page.getByRole("radio", { name: "Text" }).click();
    await expect(page.locator("pre")).toContainText("Good luck!");
    await page.getByRole("radio", { name: "Light" }).click();
  });

  await test.step("a test, read in the mailbox, before anything is saved", async () => {
    await page.getByRole("button", { name: "Send a test to me" }).click();
    await expect(page.getByText(`Sent to ${accounts.admin.email}.`)).toBeVisible();
    const mails = await mailsTo(accounts.admin.email);
    const mail = mails.find((one) => one.subject.startsWith("Test: Here it is: "));
    expect(mail?.text).toContain("You asked for <b>it</b>.");
    expect(mail?.html).toContain("You asked for &lt;b&gt;it&lt;/b&gt;.");
    expect(mail?.text).toContain("Good luck!");
  });

  await test.step("an unknown field is refused at its field", async () => {
    await page.getByRole("textbox", { name: "Closing" }).fill("Bye {{nickname}}");
    await page.getByRole("button", { name: "Save" }).click();
    const closing = page.getByRole("textbox", { name: "Closing" });
    await expect(closing).toHaveAccessibleDescription(/\{\{nickname\}\} is not a field/);
    await expect(closing).toBeFocused();
    await closing.fill("Good luck!");
  });

  await test.step("saved, it stays, and the history says by whom", async () => {
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved. Emails sent from now on use these words.")).toBeVisible();
    await page.reload();
    await expect(subject).toHaveValue("Here it is: {{summary}}");
    await expect(page.getByRole("region", { name: "History" })).toContainText("saved");
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await wide()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("reset to the standard words, and restored into the form", async () => {
    await page.getByRole("button", { name: "Reset to standard" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Reset" }).click();
    await expect(subject).toHaveValue("{{summary}}");
    await expect(page.getByRole("button", { name: "Reset to standard" })).toHaveCount(0);
    await page
      .getByRole("region", { name: "History" })
      .getByRole("listitem")
      .filter({ hasText: "Here it is" })
      .first()
      .getByRole("button")
      .click();
    await expect(subject).toHaveValue("Here it is: {{summary}}");
    await page.getByRole("link", { name: "Reminder", exact: true }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
    await expect(subject).toHaveValue("{{summary}}");
  });
});

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a color that white text could not be read on and a logo that is no image are refused", async ({
  adminPage: page,
}) => {
  await page.goto("/admin/settings");
  const color = page.getByRole("textbox", { name: "Accent color" });
  await color.fill("#999999");
  await expect(color).toHaveAccessibleDescription(/Contrast with white: 2\.84 : 1; at least/);
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(color).toHaveAccessibleDescription(/Choose a darker color/);
  await color.fill("#4a4bb5");

  const logo = page.getByRole("region", { name: "Logo" });
  const choose = async (name: string, buffer: Buffer) => {
    const choosing = page.waitForEvent("filechooser");
    await logo.getByRole("button", { name: "Choose a file" }).click();
    await (await choosing).setFiles({ name, mimeType: "image/png", buffer });
  };
  await choose("logo.png", Buffer.from("<svg>"));
  await expect(logo.getByRole("alert")).toHaveText("Choose a PNG or a JPEG.");
  await choose("logo.png", Buffer.alloc(200 * 1024 + 1));
  await expect(logo.getByRole("alert")).toHaveText("Choose an image of at most 200 KB.");

  await choose("logo.png", pixel);
  await expect(logo.getByRole("img")).toBeVisible();
  await expect(logo.getByRole("alert")).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/admin/settings/emails/interview_link");
  const shown = page.getByTitle("Preview of the email").contentFrame().getByRole("img");
  await expect(shown).toHaveJSProperty("naturalWidth", 1);

  await page.goto("/admin/settings");
  await logo.getByRole("button", { name: "Remove logo" }).click();
  await expect(logo.getByRole("img")).toHaveCount(0);
});
