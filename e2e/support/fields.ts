import type { Page } from "@playwright/test";

export async function fillDate(page: Page, label: string, date: string) {
  const [year = "", month = "", day = ""] = date.split("-");
  const part = (name: string) =>
    page.getByRole("spinbutton", { name: new RegExp(`^${name}, .*${label}`) });
  await part("month").pressSequentially(month);
  await part("day").pressSequentially(day);
  await part("year").pressSequentially(year);
}

export async function fillTime(
  page: Page,
  label: string,
  hour: string,
  minute: string,
  half: string,
) {
  const part = (name: string) =>
    page.getByRole("spinbutton", { name: new RegExp(`^${name}, .*${label}`) });
  await part("hour").pressSequentially(hour);
  await part("minute").pressSequentially(minute);
  await part("AM/PM").pressSequentially(half);
}
