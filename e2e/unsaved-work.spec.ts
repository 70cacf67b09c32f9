import type { Page } from "@playwright/test";
import { paths } from "../src/paths";
import { filesWithFields, notAsked } from "./support/files-with-fields";
import {
  type DialogCase,
  dialogs,
  type FormCase,
  otherDialogs,
  pages,
  urls,
} from "./support/forms";
import { makeScene, type Scene, visit } from "./support/scene";
import { useSession } from "./support/session";
import { expect, test } from "./support/test";

// One page for all forms, one after the other.
test.describe.configure({ mode: "default" });

let page: Page;
let scene: Scene;

test.beforeAll(async ({ browser, adminSession, office }) => {
  const context = await browser.newContext();
  await useSession(context, adminSession);
  page = await context.newPage();
  await page.goto(paths.home());
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  scene = await makeScene(office);
});

test.afterAll(() => page.close());

const question = () => page.getByRole("alertdialog", { name: "Discard changes?" });
const dialog = () => page.getByRole("dialog");

/** Tries to leave, is asked, stays, and finds what was changed. */
async function expectAsked(form: FormCase, way: string, leave: () => Promise<unknown>) {
  await test.step(way, async () => {
    const kept = await form.change.read(page);
    await leave();
    await question().getByRole("button", { name: "Keep editing" }).click();
    await expect(question()).toHaveCount(0);
    expect(await form.change.read(page)).toBe(kept);
  });
}

/** The browser asks in its own words. */
async function expectAskedByBrowser(form: FormCase) {
  await test.step("reload", async () => {
    const kept = await form.change.read(page);
    const asked = page.waitForEvent("dialog");
    await page.evaluate(() => setTimeout(() => location.reload()));
    const prompt = await asked;
    expect(prompt.type()).toBe("beforeunload");
    await prompt.dismiss();
    expect(await form.change.read(page)).toBe(kept);
  });
}

/** The server refuses whatever is saved. */
async function expectKeptOnRefusal(form: FormCase) {
  await test.step("a refusal", async () => {
    for (const change of form.rest ?? []) await change.make(page);
    const kept = await form.change.read(page);
    const json = { code: "23514", message: "Refused.", error: "refused" };
    const writing = /\/(rest|functions|storage)\/v1\//;
    await page.route(writing, (route) =>
      route.request().method() === "GET" ? route.fallback() : route.fulfill({ status: 409, json }),
    );
    await page
      .locator('main button[type="submit"], [role="dialog"] button[type="submit"]')
      .last()
      .click();
    await expect(page.getByRole("alert").or(page.locator("[data-error]")).first()).toBeVisible();
    await page.unroute(writing);
    expect(await form.change.read(page)).toBe(kept);
  });
}

const elsewhere = paths.activity();

/** From a page at rest: a router still on its way to one URL may miss the next. */
async function open(form: FormCase, ...way: string[]) {
  await visit(page, elsewhere);
  await expect(
    page.getByRole("heading", { level: 1, name: "Activity", exact: true }),
  ).toBeVisible();
  for (const url of way) await visit(page, url);
  await form.open?.(page);
}

const pressEscape = () => page.keyboard.press("Escape");
const back = () => page.evaluate(() => history.back());

async function tryDialog(form: FormCase, ...way: string[]) {
  const openDialog = async () => {
    await open(form, ...way);
    await expect(dialog().locator("..").and(page.locator(":focus-within"))).toBeVisible();
  };
  await openDialog();
  await pressEscape();
  await expect(dialog()).toHaveCount(0);

  await openDialog();
  const before = await form.change.read(page);
  await form.change.make(page);
  expect(await form.change.read(page)).not.toBe(before);
  await expectAsked(form, "Escape", pressEscape);
  await expectAsked(form, "a click outside", () => page.mouse.click(3, 3));
  await expectAsked(form, "the X", () =>
    dialog().getByRole("button", { name: "Close", exact: true }).first().click(),
  );
  await expectAsked(form, "Cancel", () =>
    dialog()
      .getByRole("button", { name: /^(Cancel|Done)$/ })
      .click(),
  );
  await expectAsked(form, "Back", back);
  await expectAskedByBrowser(form);
  await expectKeptOnRefusal(form);
  await pressEscape();
  await question().getByRole("button", { name: "Discard" }).click();
  await expect(dialog()).toHaveCount(0);

  if (!form.change.undo) return;
  await openDialog();
  await form.change.make(page);
  await form.change.undo(page, before);
  await pressEscape();
  await expect(dialog()).toHaveCount(0);
}

async function tryPage(form: FormCase, url: string) {
  const students = page.getByRole("link", { name: "Students", exact: true });
  const leave = () => students.click();
  const arrived = () =>
    expect(page.getByRole("heading", { level: 1, name: "Students", exact: true })).toBeVisible();
  await open(form, url);
  const before = await form.change.read(page);
  await form.change.make(page);
  expect(await form.change.read(page)).not.toBe(before);
  await expectAsked(form, "a link", leave);
  await expectAsked(form, "Back", back);
  await expectAsked(form, "Sign out", async () => {
    await page.getByRole("button", { name: /account and appearance/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  });
  await expectAskedByBrowser(form);
  if (!form.isPart) await expectKeptOnRefusal(form);
  await leave();
  await question().getByRole("button", { name: "Discard" }).click();
  await arrived();

  if (!form.change.undo) return;
  await open(form, url);
  await form.change.make(page);
  await form.change.undo(page, before);
  await leave();
  await arrived();
}

const urlOf = (name: string) => urls[name as keyof typeof paths]?.(scene) ?? "";

for (const [name, form] of Object.entries(pages)) {
  if (typeof form === "string") continue;
  test(`page ${name}`, () => tryPage(form, urlOf(name)));
}

for (const [name, ofPage] of Object.entries(dialogs)) {
  for (const [id, form] of Object.entries<DialogCase | string>(ofPage)) {
    if (typeof form === "string") continue;
    test(`page ${name}, dialog ${id}`, () => {
      const about = form.about && scene[form.about];
      const search = new URLSearchParams({ dialog: id, ...(about && { about }) });
      return tryDialog(form, `${urlOf(name)}?${search}`);
    });
  }
}

for (const form of otherDialogs) {
  test(`page ${form.page}, ${form.form}`, () => tryDialog(form, urlOf(form.page)));
}

test("every file with fields is one of these forms, or it is said why it is not", () => {
  const forms = [
    ...Object.values(pages),
    ...otherDialogs,
    ...Object.values(dialogs).flatMap((ofPage) => Object.values<DialogCase | string>(ofPage)),
  ];
  const tried = forms.flatMap((form) => (typeof form === "string" ? [] : form.form));
  expect(filesWithFields().sort()).toEqual(
    [...new Set([...tried, ...Object.keys(notAsked)])].sort(),
  );
});
