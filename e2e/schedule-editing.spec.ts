import { choose, createSchedule, halfDay, mark, slotAt, zone } from "./support/factories";
import { fillDate, fillTime } from "./support/fields";
import { dateIn } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

test("a day's pattern is saved as a template, renamed, used for a new schedule, deleted", async ({
  adminPage: page,
  office,
}) => {
  const { oci, schedule } = await createSchedule(office);
  const name = `Morning ${mark()}`;
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, "Schedule Actions", "Save as template…");
  await page.getByLabel("Name").fill("Full day, half hours");
  await page.getByRole("button", { name: "Save template" }).click();
  await expect(page.getByText("A template with this name already exists.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Save template" }).click();
  await expect(page.getByText(`${name} can be chosen`)).toBeVisible();

  await page.goto(`/admin/ocis/${oci}/schedules/new`);
  await page.getByRole("button", { name: "Edit templates" }).click();
  const dialog = page.getByRole("dialog", { name: "Templates" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: `Rename ${name}` }).click();
  await dialog.getByLabel(`New name of ${name}`).fill(`${name} again`);
  await dialog.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(dialog.getByText(`${name} again`)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();

  await page.getByRole("button", { name: /Start from a template/ }).click();
  await page.getByRole("option", { name: `${name} again` }).click();
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("6 interviews");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Edit templates" }).click();
  await dialog.getByRole("button", { name: `Delete ${name} again` }).click();
  await expect(dialog.getByText(`${name} again`)).toHaveCount(0);
});

test("a day is copied to another date and to rooms in parallel, but not into a location in use", async ({
  adminPage: page,
  office,
}) => {
  const location = `Room ${mark()}`;
  const { schedule } = await createSchedule(office, { location });
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, "Schedule Actions", "Copy…");
  const dialog = page.getByRole("dialog", { name: /^Copy/ });
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText(`${location} is already booked with`);
  await expectAccessible(page);
  await dialog.getByLabel("Location").fill(`${location} B`);
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText(`${location} B`).first()).toBeVisible();
  await expect(page.getByText("0 of 6 students")).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(schedule));

  await choose(page, "Schedule Actions", "Copy…");
  await fillDate(page, "Date", dateIn(zone, 37));
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText(/^Copied to/).last()).toBeVisible();
  await expect(page.getByText("9:00 AM – 12:00 PM").first()).toBeVisible();
});

test("changing a released schedule names who was notified; a slot and the whole day move", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, `Priya ${mark()}`);
  const jordan = await office.student(`Jordan ${mark()}`);
  const schedule = await office.schedule(await office.oci(employer.id), {
    ...halfDay,
    interviewers: [priya],
    students: [jordan],
    released: true,
  });
  await office.sendLinks([schedule]);
  await page.goto(`/admin/schedules/${schedule}`);
  await expect(page.getByText(/^(Sent|Delivered)/)).toBeVisible();

  await choose(page, new RegExp(`^${jordan.full_name}, 9:00`), "Change time…");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("This schedule is released");
  await expect(dialog).toContainText("1 student sees the change");
  await expect(dialog).toContainText(`${priya.full_name} was sent the Interview Link`);
  await expectAccessible(page);
  await fillTime(page, "From", "8", "30", "AM");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Changed since release")).toBeVisible();
  await expect(slotAt(page, "8:30–9:30")).toContainText(jordan.full_name);

  await choose(page, "Schedule Actions", "Move the day…");
  await expect(dialog).toContainText(priya.full_name);
  await dialog.getByRole("radio", { name: "Earlier" }).click();
  await expect(dialog).toContainText("Then 8:00–11:30 AM");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Move the day" }).click();
  await expect(slotAt(page, "8:00–9:00")).toContainText(jordan.full_name);
  await page.goto(`/admin/schedules/${schedule}/edit`);
  await expect(page.getByRole("status").filter({ hasText: priya.full_name })).toBeVisible();
});

test("a slot's own interviewers show on the slot, chosen by keyboard alone", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, `Priya ${mark()}`);
  const sam = await office.interviewer(employer.id, `Sam ${mark()}`);
  const schedule = await office.schedule(await office.oci(employer.id), {
    ...halfDay,
    interviewers: [priya, sam],
  });
  await page.goto(`/admin/schedules/${schedule}`);
  await page.getByRole("button", { name: "Open slot, 9:30–10:00 AM" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Change time…" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Interviewers/ });
  await expectAccessible(page);
  await dialog.getByRole("checkbox", { name: priya.full_name }).focus();
  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await expect(slotAt(page, "9:30–10:00")).toContainText(`with ${sam.full_name}`);
  await expectAccessible(page);
});
