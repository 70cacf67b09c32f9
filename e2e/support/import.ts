import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

export const unique = () => randomUUID().slice(0, 8);

/** Opens the page of an import and gives it a file of these lines. */
export async function choose(page: Page, kind: string, lines: string[], name = "file.csv") {
  await page.goto(`/admin/import/${kind}`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  const buffer = Buffer.from(lines.join("\r\n"));
  await (await choosing).setFiles({ name, mimeType: "text/csv", buffer });
}

export const check = (page: Page) =>
  page.getByRole("button", { name: /^Check [\d,]+ rows?$/ }).click();
export const importRows = (page: Page) =>
  page.getByRole("button", { name: /^Import [\d,]+ rows?$/ }).click();
