import {
  choose,
  createSchedule,
  halfDay,
  mark,
  pickOption,
  slotAt,
  undo,
  zone,
} from "./support/factories";
import { fillDate, fillTime } from "./support/fields";
import { dateIn } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

test("what the preview of a new schedule shows is what saving makes: interviews, gaps, breaks", async ({
  adminPage: page,
  office,
}) => {
  const oci = await office.oci((await office.employer()).id);
  await page.goto(`/admin/ocis/${oci}/schedules/new`);
  await fillDate(page, "Date", dateIn(zone, 30));
  await fillTime(page, "Day ends", "12", "00", "PM");
  const gap = page.getByRole("textbox", { name: "Gap between interviews" });
  await gap.fill("5");
  await gap.press("Tab");
  await fillTime(page, "From", "10", "30", "AM");
  await fillTime(page, "To", "10", "45", "AM");
  await page.getByLabel("Name").fill("Coffee");
  const preview = page.getByRole("region", { name: "Preview" });
  const planned = ["9:00–9:30 AM", "9:35–10:05 AM", "10:30–10:45 AM", "10:45–11:15 AM"];
  await expect(preview).toContainText("4 interviews");
  await expect(preview.getByRole("listitem")).toContainText([...planned, "11:20–11:50 AM"]);
  await expect(preview.getByRole("listitem").filter({ hasText: "Coffee" })).toHaveCount(1);
  await page.getByRole("button", { name: "Create schedule" }).click();
  await expect(page.getByText("Schedule created.")).toBeVisible();
  await expect(page.getByText("0 of 4 students")).toBeVisible();
  await expect(page.getByRole("region", { name: "Day" })).toContainText("Coffee");
  for (const time of planned.slice(0, 2)) await expect(slotAt(page, time)).toBeVisible();
});

test("a double click creates one schedule; what was changed is not left behind unasked", async ({
  adminPage: page,
  office,
}) => {
  const oci = await office.oci((await office.employer()).id);
  await page.goto(`/admin/ocis/${oci}/schedules/new`);
  await fillDate(page, "Date", dateIn(zone, 30));
  await page.getByRole("link", { name: "Today" }).click();
  const question = page.getByRole("alertdialog", { name: "Discard changes?" });
  await question.getByRole("button", { name: "Keep editing" }).click();
  await page.getByRole("button", { name: "Create schedule" }).dblclick();
  await expect(page.getByText("Schedule created.")).toBeVisible();
  await page.goto(`/admin/ocis/${oci}`);
  await expect(page.getByRole("row")).toHaveCount(2);

  await page.getByRole("link", { name: "New schedule" }).click();
  await fillDate(page, "Date", dateIn(zone, 31));
  await page.getByRole("link", { name: "Students" }).click();
  await question.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Students" })).toBeVisible();
});

test("times that cannot be are named before anything is saved", async ({
  adminPage: page,
  office,
}) => {
  const oci = await office.oci((await office.employer()).id);
  await page.goto(`/admin/ocis/${oci}/schedules/new`);
  await fillDate(page, "Date", dateIn(zone, 30));
  await fillTime(page, "Day ends", "8", "00", "AM");
  await page.getByRole("button", { name: "Create schedule" }).click();
  await expect(page.getByText(/after/i).first()).toBeVisible();
  await expectAccessible(page);
  await expect(page).toHaveURL(/schedules\/new$/);
});

test("an edit keeps the students whose time stays, and asks before one loses theirs", async ({
  adminPage: page,
  office,
}) => {
  const { schedule, jordan, aisha } = await createSchedule(office);
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, "Schedule Actions", "Edit");
  await fillTime(page, "Day ends", "1", "00", "PM");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText("2 of 8 students")).toBeVisible();
  await expect(slotAt(page, "9:30–10:00")).toContainText(aisha.full_name);

  await choose(page, "Schedule Actions", "Edit");
  await fillTime(page, "First interview", "9", "30", "AM");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText("1 student would lose their interview")).toBeVisible();
  await expect(page.getByText(`${jordan.full_name}, 9:00 AM`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save and unassign 1 student" }).click();
  await expect(page.getByText("1 of 7 students")).toBeVisible();
  await expect(slotAt(page, "9:30–10:00")).toContainText(aisha.full_name);
});

test("a student who is elsewhere at that time is not booked twice: the conflict is named", async ({
  adminPage: page,
  office,
}) => {
  const { employer, schedule: taken, jordan } = await createSchedule(office);
  const free = await office.schedule(await office.oci((await office.employer()).id), halfDay);
  await page.goto(`/admin/schedules/${free}`);
  await page
    .getByRole("button", { name: /^Assign a student to/ })
    .first()
    .click();
  await pickOption(page, "Student", jordan.full_name, new RegExp(jordan.full_name));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  const alert = dialog.getByRole("alert");
  await expect(alert).toContainText(`${jordan.full_name} is already booked with ${employer.name}`);
  await expectAccessible(page);
  await alert.getByRole("link", { name: "Open that schedule" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page).toHaveURL(new RegExp(taken));
});

test("in person it has a location, and its interviewers are sent a schedule", async ({
  adminPage: page,
  office,
}) => {
  const location = `Room ${mark()}`;
  const { schedule } = await createSchedule(office);
  await page.goto(`/admin/schedules/${schedule}/edit`);
  await page.getByText("In person", { exact: true }).click();
  await page.getByLabel("Location").fill(location);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText(location, { exact: true })).toBeVisible();
  await choose(page, "Schedule Actions", "Send Schedule");
  await expect(page.getByRole("dialog", { name: "Send Schedule" })).toContainText(
    "No interviewer is assigned.",
  );
});

test("the employer's own meeting needs a valid URL", async ({ adminPage: page, office }) => {
  const { schedule } = await createSchedule(office);
  await page.goto(`/admin/schedules/${schedule}/edit`);
  await page.locator("label", { hasText: "External video" }).click();
  const field = page.getByLabel("Meeting URL");
  const save = page.getByRole("button", { name: "Save schedule" });
  for (const wrong of ["meet.example.com/abc", "http://meet.example.com/abc", "javascript:void"]) {
    await field.fill(wrong);
    await save.click();
    await expect(page.getByText(/start(s|ing) with https:\/\//)).toBeVisible();
    await expect(field).toBeFocused();
  }
  await field.fill("https://nowhere");
  await save.click();
  await expect(page.getByText("Enter a URL that starts with https://, such as")).toBeVisible();
  await expectAccessible(page);
  await field.fill("https://meet.example.com/abc");
  await save.click();
  const link = page.getByRole("link", { name: "External video" });
  await expect(link).toHaveAttribute("href", "https://meet.example.com/abc");
});

test("released, it can be taken back", async ({ adminPage: page, office }) => {
  const { schedule } = await createSchedule(office);
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, "Schedule Actions", "Release");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("no interviewer is assigned");
  await dialog.getByRole("button", { name: "Release" }).click();
  await expect(page.getByText("Released", { exact: true })).toBeVisible();
  await choose(page, "Schedule Actions", "Un-release");
  await dialog.getByRole("button", { name: "Un-release" }).click();
  await expect(page.getByText("Not released")).toBeVisible();
});

test("a canceled schedule can be restored as it was, but not into someone's other interview", async ({
  adminPage: page,
  office,
}) => {
  const { schedule, jordan } = await createSchedule(office);
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, "Schedule Actions", "Cancel schedule");
  const dialog = page.getByRole("alertdialog", { name: /^(Cancel|Restore) / });
  await expect(dialog).toContainText("2 students");
  await dialog.getByRole("button", { name: "Keep as it is" }).click();
  await expect(page.getByText("Canceled", { exact: true })).toHaveCount(0);
  await choose(page, "Schedule Actions", "Cancel schedule");
  await dialog.getByRole("button", { name: "Cancel schedule" }).click();
  await expect(page.getByText("Canceled", { exact: true })).toBeVisible();

  const oci = await office.oci((await office.employer()).id);
  const other = await office.schedule(oci, { ...halfDay, students: [jordan] });
  await choose(page, "Schedule Actions", "Restore");
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(dialog.getByRole("alert")).toContainText(`${jordan.full_name} is already booked`);
  await office.api.rpc("cancel_schedule", { p_schedule_id: other, p_canceled: true });
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("The schedule is restored.")).toBeVisible();
  await expect(slotAt(page, "9:00–9:30")).toContainText(jordan.full_name);
});

test("unassigning a student can be undone", async ({ adminPage: page, office }) => {
  const { schedule, jordan } = await createSchedule(office);
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, new RegExp(`^${jordan.full_name}, `), "Unassign");
  await expect(page.getByText("1 of 6 students")).toBeVisible();
  await undo(page);
  await expect(page.getByText("2 of 6 students")).toBeVisible();
  await expect(slotAt(page, "9:00–9:30")).toContainText(jordan.full_name);
});

test("a slot is added after the last one, not over another, and removed with a way back", async ({
  adminPage: page,
  office,
}) => {
  const { schedule } = await createSchedule(office);
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, "Schedule Actions", "Add a slot…");
  await expect(page.getByRole("dialog")).toContainText("Eastern Time (New York)");
  await expectAccessible(page);
  await fillTime(page, "From", "11", "45", "AM");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("overlap");
  await fillTime(page, "From", "12", "00", "PM");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(slotAt(page, "12:00–12:30")).toContainText("Assign a student");
  await expect(page.getByText("2 of 7 students")).toBeVisible();
  await choose(page, /^Open slot, 12:00/, "Remove the slot");
  await expect(page.getByText("2 of 6 students")).toBeVisible();
  await undo(page);
  await expect(page.getByText("2 of 7 students")).toBeVisible();
});

test("in another time zone the same clock times hold, at other instants", async ({
  adminPage: page,
  office,
}) => {
  const { schedule, jordan } = await createSchedule(office);
  const [before] = await office.slots(schedule);
  await page.goto(`/admin/schedules/${schedule}/edit`);
  await page.getByRole("combobox", { name: "Time zone" }).fill("Phoenix");
  await page.getByRole("option", { name: "America/Phoenix" }).click();
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText("9:00 AM – 12:00 PM MST")).toBeVisible();
  await expect(slotAt(page, "9:00–9:30")).toContainText(jordan.full_name);
  const [after] = await office.slots(schedule);
  const hours = Date.parse(after?.starts_at ?? "") - Date.parse(before?.starts_at ?? "");
  expect(hours / 3_600_000).toBeGreaterThanOrEqual(2);
});

test("an interviewer is taken off the schedule, and put back with Undo", async ({
  adminPage: page,
  office,
}) => {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, `Priya ${mark()}`);
  const oci = await office.oci(employer.id);
  const schedule = await office.schedule(oci, { ...halfDay, interviewers: [priya] });
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, `Actions for ${priya.full_name}`, "Remove from schedule");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("keeps working for their other schedules");
  await dialog.getByRole("button", { name: "Remove" }).click();
  const section = page.getByRole("region", { name: "Interviewers" });
  await expect(section).toContainText("No interviewers yet.");
  await undo(page);
  await expect(section.getByRole("listitem")).toContainText([priya.full_name]);
});
