import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import { accounts } from "./accounts";
import { Office } from "./office";
import { openSession, type Session, useSession } from "./session";

type Fixtures = {
  /** A page signed in as the demo admin, nowhere yet. */
  adminPage: Page;
  /** A page signed in as the demo viewer, nowhere yet. */
  viewerPage: Page;
};

type WorkerFixtures = {
  adminSession: Session;
  viewerSession: Session;
  /** The admin at the API, to make what a test starts from. */
  office: Office;
};

const worker = { scope: "worker" } as const;

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  adminSession: [async ({}, use) => use(await openSession(accounts.admin)), worker],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  viewerSession: [async ({}, use) => use(await openSession(accounts.viewer)), worker],
  office: [({ adminSession }, use) => use(new Office(adminSession)), worker],
  adminPage: async ({ page, context, adminSession }, use) => {
    await useSession(context, adminSession);
    await use(page);
  },
  viewerPage: async ({ page, context, viewerSession }, use) => {
    await useSession(context, viewerSession);
    await use(page);
  },
});

export { expect };

const axeScript = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colorRules = ["color-contrast", "link-in-text-block"];
const bothSchemes: ("light" | "dark")[] = ["light", "dark"];

/** Nothing that axe knows of is in anyone's way; from one scheme to the next, only colors change. */
export async function expectAccessible(page: Page, colorSchemes = bothSchemes) {
  // Half-way from one colour to another, nothing has the contrast it is going to have.
  await page.addStyleTag({ content: "* { transition: none !important }" });
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeScript);
  for (const [n, colorScheme] of colorSchemes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await violations(page, n === 0 ? standards : colorRules);
    expect.soft(found, `${colorScheme}, ${page.url()}`).toEqual([]);
  }
}

/** By these rules, or those with these tags: what is wrong, and where. */
function violations(page: Page, runOnly: string[]): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    // Where no script may run, axe cannot either, and waits for ever.
    const context = { exclude: ['iframe[sandbox=""]'] };
    const { violations } = await axe.run(context, { runOnly, resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n  ")}`,
    );
  }, runOnly);
}
