import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { accounts } from "./accounts";
import { Office } from "./office";

type Fixtures = {
  /** The admin at the API, to make what a test starts from. */
  office: Office;
  /** A page signed in as the demo admin. */
  adminPage: Page;
  /** A page signed in as the demo viewer. */
  viewerPage: Page;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  office: async ({}, use) => use(await Office.open()),
  adminPage: async ({ page }, use) => {
    await signIn(page, accounts.admin);
    await use(page);
  },
  viewerPage: async ({ page }, use) => {
    await signIn(page, accounts.viewer);
    await use(page);
  },
});

export { expect };

export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto("/admin/sign-in");
  await page.getByLabel("Email address").first().fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

const bothSchemes: ("light" | "dark")[] = ["light", "dark"];

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colorRules = ["color-contrast", "link-in-text-block"];

/** Nothing that axe knows of is in anyone's way; from one scheme to the next, only colors change. */
export async function expectAccessible(page: Page, colorSchemes = bothSchemes) {
  // Half-way from one colour to another, nothing has the contrast it is going to have.
  await page.addStyleTag({ content: "* { transition: none !important }" });
  for (const [n, colorScheme] of colorSchemes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page })
      // Where no script may run, axe cannot either, and waits for ever.
      .exclude('iframe[sandbox=""]');
    const chosen = n === 0 ? axe.withTags(standards) : axe.withRules(colorRules);
    const { violations } = await chosen.analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n  ")}`,
    );
    expect.soft(found, `${colorScheme}, ${page.url()}`).toEqual([]);
  }
}
