import type { Page } from "@playwright/test";
import { asService } from "./service";

/** When a person's link was first and last opened, as staff see it. */
export async function openingsOf(personId: string) {
  const { data } = await asService()
    .from("access_links")
    .select("first_opened_at, last_opened_at")
    .or(`interviewer_id.eq.${personId},student_id.eq.${personId}`)
    .single()
    .throwOnError();
  return data;
}

export const neverOpened = { first_opened_at: null, last_opened_at: null };

/** How often a page has said, until now, that its link was opened. */
export function countReports(page: Page): () => Promise<number> {
  let reports = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/rpc/record_link_opened")) reports += 1;
  });
  return async () => {
    // Requests are seen in the order in which the page made them.
    await page.evaluate(() => fetch("/"));
    return reports;
  };
}
