import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Office } from "./office";

export const zone = "America/New_York";
export const halfDay = { day: 30, first: "09:00", last: "12:00" };
export const mark = () => randomUUID().slice(0, 6);

/** An OCI with a morning in a month, and two students at nine and half past. */
export async function createSchedule(
  office: Office,
  wishes: Parameters<Office["schedule"]>[1] = {},
) {
  const employer = await office.employer();
  const oci = await office.oci(employer.id);
  const m = mark();
  const jordan = await office.student(`Jordan ${m}`);
  const aisha = await office.student(`Aisha ${m}`);
  const schedule = await office.schedule(oci, {
    ...halfDay,
    students: [jordan, aisha],
    ...wishes,
  });
  return { employer, oci, schedule, jordan, aisha };
}

export async function createApplication(
  office: Office,
  oci: string,
  studentId: string,
  status = "preselected",
) {
  const { data } = await office.api
    .from("ocis")
    .select("job_posting_id")
    .eq("id", oci)
    .single()
    .throwOnError();
  await office.api
    .from("applications")
    .insert({
      job_posting_id: data.job_posting_id ?? "",
      student_id: studentId,
      status: status as "preselected",
    })
    .throwOnError();
}

export const slotAt = (page: Page, time: string) =>
  page.getByRole("region", { name: "Day" }).getByRole("listitem").filter({ hasText: time });
export const applicant = (page: Page, name: string) =>
  page.getByRole("region", { name: "Applicants" }).getByRole("listitem").filter({ hasText: name });

export async function choose(page: Page, menu: string | RegExp, item: string) {
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

export async function pickOption(page: Page, label: string, text: string, option: RegExp) {
  await page.getByRole("dialog").getByRole("combobox", { name: label }).fill(text);
  await page.getByRole("option", { name: option }).click();
}

/** What was done last. */
export const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).first().click();
