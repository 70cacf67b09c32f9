import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { linkIn, mailTo } from "./support/mailbox";
import { dateIn } from "./support/office";
import { expect, test } from "./support/test";

// Nothing here touches a mouse: only keys are pressed, and what they reach is what has the focus.

const zone = "America/New_York";

/** Goes there as a person does, with Tab, and sees on the way that the focus can be seen. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await showsFocus(target), `focus is seen on ${target}`).toBe(true);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** An outline or a colour of its own, on the element or, for a hidden input, on what stands for it. */
const showsFocus = (target: Locator) =>
  target.evaluate((element) => {
    const isSeen = (one: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    };
    const label = element.closest("label");
    const stand = [element, ...(label?.querySelectorAll("*") ?? [])];
    return stand.some(isSeen) || element.matches("[data-focused]");
  });

async function press(page: Page, name: string | RegExp, within: Page | Locator = page) {
  await tabTo(page, within.getByRole("button", { name }).first());
  await page.keyboard.press("Enter");
}

async function type(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** In a menu that was opened by keyboard the first item has the focus. */
async function chooseItem(page: Page, name: string) {
  const item = page.getByRole("menuitem", { name });
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  while (!(await item.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

const part = (page: Page, name: string, label: string) =>
  page.getByRole("spinbutton", { name: new RegExp(`^${name}, .*${label}`) });

test("the main job is done by keyboard alone", async ({ page, browser, office }) => {
  test.slow();
  const mark = randomUUID().slice(0, 8);
  const employer = `Keyboard ${mark}`;
  const email = `priya.${mark}@employer.example`;
  const student = await office.student(`Jordan ${mark}`);

  await test.step("sign in", async () => {
    await page.goto("/admin/sign-in");
    await type(page, page.getByLabel("Email address").first(), "admin@demo.example");
    await type(page, page.getByLabel("Password", { exact: true }), "campus-demo");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "OCI Management" })).toBeVisible();
  });

  await test.step("a new OCI; Escape leaves its dialog and gives the focus back", async () => {
    const opener = page.getByRole("button", { name: "New OCI" });
    const dialog = page.getByRole("dialog", { name: "New OCI" });
    await press(page, "New OCI");
    await expect(dialog.getByRole("combobox", { name: "Employer" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    await page.keyboard.press("Enter");
    await type(page, dialog.getByRole("combobox", { name: "Employer" }), employer);
    await type(page, dialog.getByRole("combobox", { name: "Position" }), "Summer Associate");
    await type(page, dialog.getByRole("combobox", { name: "Season" }), "Test season");
    await press(page, "Create, then add a schedule", dialog);
    await expect(page.getByRole("heading", { name: "New schedule" })).toBeVisible();
  });

  await test.step("a virtual schedule for today, all day", async () => {
    const [year = "", month = "", day = ""] = dateIn(zone, 0).split("-");
    await tabTo(page, part(page, "month", "Date"));
    await page.keyboard.type(month + day + year);
    await tabTo(page, part(page, "hour", "First interview"));
    await page.keyboard.type("1200AM");
    await tabTo(page, part(page, "hour", "Day ends"));
    await page.keyboard.type("1130PM");
    await tabTo(page, page.getByRole("radio", { name: "Virtual", exact: true }));
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "In person" })).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await tabTo(page, page.getByRole("radio", { name: /^In-App Video/ }));
    await press(page, "Create schedule");
    const title = `${employer} · Summer Associate`;
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  });

  await test.step("an interviewer", async () => {
    await press(page, "Assign interviewers");
    const dialog = page.getByRole("dialog", { name: "Assign interviewers" });
    await type(page, dialog.getByLabel("Full name"), `Priya ${mark}`);
    await type(page, dialog.getByLabel("Email address"), email);
    await press(page, /^Assign$/, dialog);
    await expect(dialog).toHaveCount(0);
    await expectFocusSomewhere(page);
  });

  await test.step("a student", async () => {
    await press(page, /^Assign a student to 12:00/);
    const dialog = page.getByRole("dialog", { name: /^Assign a student/ });
    await expect(dialog.getByRole("combobox", { name: "Student" })).toBeFocused();
    await page.keyboard.type(student.full_name);
    await expect(page.getByRole("option", { name: student.full_name })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await press(page, /^Assign$/, dialog);
    await expect(page.getByText(`${student.full_name} is assigned.`)).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await expectFocusSomewhere(page);
  });

  await test.step("Schedule Actions > Send Interview Link; the menu's button has the focus again", async () => {
    const dialog = page.getByRole("dialog", { name: "Send Interview Link" });
    const actions = page.getByRole("button", { name: "Schedule Actions" });
    await tabTo(page, actions, "Shift+Tab");
    await page.keyboard.press("Enter");
    await chooseItem(page, "Send Interview Link");
    await press(page, "Send to 1 person", dialog);
    await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
    await press(page, "Done", dialog);
    await expect(dialog).toHaveCount(0);
    await expect(actions).toBeFocused();
  });

  await test.step("Email Activity: to the email, its link revealed", async () => {
    await tabTo(page, page.getByRole("link", { name: /^Email Activity/ }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Email Activity" })).toBeVisible();
    await type(page, page.getByRole("searchbox", { name: "Recipient" }), email);
    const row = page.getByRole("row").filter({ hasText: email });
    await expect(row).toBeVisible();
    await expect(page.getByRole("row")).toHaveCount(2);
    await tabTo(page, row);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("article")).toBeFocused();
    await press(page, "Reveal link");
    const link = linkIn(await mailTo(email));
    await expect(page.getByRole("textbox", { name: "Interview Link" })).toHaveValue(link);
  });

  await test.step("the Interview Experience page: what was earlier opens by key", async () => {
    const context = await browser.newContext();
    const guest = await context.newPage();
    await guest.goto(linkIn(await mailTo(email)));
    await expect(guest.getByRole("heading", { level: 1 })).toContainText("Priya");
    const earlier = guest.getByText(/^Earlier/);
    if (await earlier.isVisible()) {
      await tabTo(guest, earlier);
      await guest.keyboard.press("Enter");
    }
    await expect(guest.getByText(student.full_name).first()).toBeVisible();
    await context.close();
  });
});

test("however slow the machine, the focus returns to the button whose menu opened the dialog", async ({
  adminPage: page,
  office,
}) => {
  const schedule = await office.schedule(await office.oci((await office.employer()).id));
  await page.addInitScript(() => {
    const inTime = window.requestAnimationFrame;
    window.requestAnimationFrame = (step) => window.setTimeout(() => inTime(step), 300);
  });
  await page.goto(`/admin/schedules/${schedule}`);
  const actions = page.getByRole("button", { name: "Schedule Actions" });
  for (const title of ["Cancel schedule", "Send Interview Link"]) {
    await actions.focus();
    await page.keyboard.press("Enter");
    await chooseItem(page, title);
    const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(actions).toBeFocused();
  }
});

/** Not lost to the top of the page, where the next Tab would begin all over. */
async function expectFocusSomewhere(page: Page) {
  const lost = () => page.evaluate(() => document.activeElement === document.body);
  await expect.poll(lost, { message: "the focus is lost" }).toBe(false);
}
