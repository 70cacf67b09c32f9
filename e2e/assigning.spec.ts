import {
  applicant,
  choose,
  createApplication,
  createSchedule,
  halfDay,
  mark,
  pickOption,
  slotAt,
  undo,
  zone,
} from "./support/factories";
import { dateIn } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

test("two students swap, one undo puts both back; a move to another day names who is in the way", async ({
  adminPage: page,
  office,
}) => {
  const { oci, schedule, jordan, aisha } = await createSchedule(office);
  await office.schedule(oci, { ...halfDay, day: 31 });
  const rival = await office.employer();
  await office.schedule(await office.oci(rival.id), { ...halfDay, day: 31, students: [jordan] });
  await page.goto(`/admin/schedules/${schedule}`);

  await choose(page, new RegExp(`^${jordan.full_name}, 9:00`), "Swap with…");
  await expectAccessible(page);
  await pickOption(page, "With", aisha.full_name, new RegExp(aisha.full_name));
  await page.getByRole("button", { name: "Swap", exact: true }).click();
  await expect(slotAt(page, "9:00–9:30")).toContainText(aisha.full_name);
  await expect(slotAt(page, "9:30–10:00")).toContainText(jordan.full_name);
  await undo(page);
  await expect(slotAt(page, "9:00–9:30")).toContainText(jordan.full_name);

  await choose(page, new RegExp(`^${jordan.full_name}, 9:00`), "Move to…");
  const nextDay = new RegExp(`${dayNumber(31)}, 9:00–9:30 AM`);
  await pickOption(page, "To", "9:00–9:30", nextDay);
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(
    `${jordan.full_name} is already booked with ${rival.name}`,
  );
  await expectAccessible(page);
  await pickOption(page, "To", "10:00–10:30", new RegExp(`${dayNumber(31)}, 10:00–10:30 AM`));
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText(`${jordan.full_name} is moved to`)).toBeVisible();
  await expect(slotAt(page, "9:00–9:30")).toContainText("Assign a student");
});

test("by pointer: a student onto another slot, an applicant onto an open one, a slot to another time", async ({
  adminPage: page,
  office,
}) => {
  const { oci, schedule, jordan } = await createSchedule(office);
  const mateo = await office.student(`Mateo ${mark()}`);
  await createApplication(office, oci, mateo.id);
  await page.goto(`/admin/schedules/${schedule}`);

  await slotAt(page, "9:00–9:30").getByText(jordan.full_name).dragTo(slotAt(page, "11:30 AM –"));
  await expect(slotAt(page, "11:30 AM –")).toContainText(jordan.full_name);
  await applicant(page, mateo.full_name).dragTo(slotAt(page, "9:00–9:30"));
  await expect(slotAt(page, "9:00–9:30")).toContainText(mateo.full_name);
  await expect(applicant(page, mateo.full_name)).toContainText("9:00 AM");

  const grip = slotAt(page, "11:30 AM –").locator("time");
  const box = await grip.boundingBox();
  if (!box) throw new Error("The time is on the page");
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/^Moved to 12:0/)).toBeVisible();
  await expect(slotAt(page, "12:05–12:35 PM")).toContainText(jordan.full_name);
  await undo(page);
  await expect(slotAt(page, "11:30 AM –")).toContainText(jordan.full_name);
});

test("Auto-assign shows its plan, fills empty slots only, and one undo empties them", async ({
  adminPage: page,
  office,
}) => {
  const { oci, schedule, jordan, aisha } = await createSchedule(office, { last: "10:30" });
  const names = ["Chloe", "Mateo"].map((name) => `${name} ${mark()}`);
  for (const name of names) await createApplication(office, oci, (await office.student(name)).id);
  await page.goto(`/admin/schedules/${schedule}`);

  await choose(page, "Schedule Actions", "Auto-assign");
  const dialog = page.getByRole("dialog", { name: "Auto-assign" });
  await expect(dialog.getByRole("region", { name: "Will be assigned · 1" })).toContainText(
    "10:00–10:30 AM",
  );
  await expect(dialog.getByRole("region", { name: "Cannot be placed · 1" })).toContainText(
    "No slot is left",
  );
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Assign 1 student" }).click();
  await expect(page.getByText("1 student assigned.")).toBeVisible();
  await expect(slotAt(page, "9:00–9:30")).toContainText(jordan.full_name);
  await expect(slotAt(page, "9:30–10:00")).toContainText(aisha.full_name);
  await expect(slotAt(page, "10:00–10:30")).not.toContainText("Assign a student");
  await undo(page);
  await expect(slotAt(page, "10:00–10:30")).toContainText("Assign a student");

  await page.goto(`/admin/ocis/${oci}`);
  await page.getByRole("button", { name: "Auto-assign" }).click();
  await expect(dialog.getByRole("button", { name: "Assign 1 student" })).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.goto(`/admin/schedules/${schedule}`);
  await expect(slotAt(page, "10:00–10:30")).toContainText("Assign a student");
});

test("a plan that someone overtook is not applied", async ({ adminPage: page, office }) => {
  const { oci, schedule } = await createSchedule(office);
  await createApplication(office, oci, (await office.student(`Chloe ${mark()}`)).id);
  await page.goto(`/admin/schedules/${schedule}?dialog=auto-assign`);
  const dialog = page.getByRole("dialog", { name: "Auto-assign" });
  await expect(dialog.getByText("10:00–10:30 AM")).toBeVisible();
  const slot = (await office.slots(schedule))[2];
  const noah = await office.student(`Noah ${mark()}`);
  await office.api
    .rpc("assign_student", { p_slot_id: slot?.id ?? "", p_student_id: noah.id })
    .throwOnError();
  await dialog.getByRole("button", { name: "Assign 1 student" }).click();
  await expect(dialog.getByRole("alert")).toContainText(`${noah.full_name} already has this slot.`);
  await expect(dialog.getByRole("alert")).toContainText("Nobody was assigned.");
  await dialog.getByRole("button", { name: "Plan again" }).click();
  await expect(dialog.getByText("10:30–11:00 AM")).toBeVisible();
});

test("an applicant declines, and an alternate is promoted into the freed slot", async ({
  adminPage: page,
  office,
}) => {
  const { oci, schedule, jordan, aisha } = await createSchedule(office, { last: "10:00" });
  const chloe = await office.student(`Chloe ${mark()}`);
  await createApplication(office, oci, jordan.id);
  await createApplication(office, oci, aisha.id);
  await createApplication(office, oci, chloe.id, "alternate");
  await page.goto(`/admin/schedules/${schedule}`);
  await expect(page.getByText("Alternates · 1")).toBeVisible();

  await choose(page, `Actions for ${jordan.full_name}`, "Decline…");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByText("Declined · 1")).toBeVisible();
  await expect(slotAt(page, "9:00–9:30")).toContainText("Assign a student");

  await choose(page, `Actions for ${chloe.full_name}`, "Promote to preselected…");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Promote", exact: true }).click();
  await expect(page.getByText("Preselected · 2")).toBeVisible();
  await expect(slotAt(page, "9:00–9:30")).toContainText(chloe.full_name);
});

test("who declines makes room for an alternate in one act", async ({ adminPage: page, office }) => {
  const { oci, schedule, jordan } = await createSchedule(office, { last: "10:00" });
  const chloe = await office.student(`Chloe ${mark()}`);
  await createApplication(office, oci, jordan.id);
  await createApplication(office, oci, chloe.id, "alternate");
  await page.goto(`/admin/schedules/${schedule}`);

  await choose(page, `Actions for ${jordan.full_name}`, "Decline…");
  await page.getByRole("button", { name: /Give the slot to/ }).click();
  await page.getByRole("option", { name: chloe.full_name }).click();
  await expectAccessible(page);
  const asked = page.waitForRequest(/rpc\/decline_applicant/);
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  expect((await asked).postDataJSON()).toHaveProperty("p_alternate_id");
  await expect(slotAt(page, "9:00–9:30")).toContainText(chloe.full_name);
  await expect(page.getByText("Declined · 1")).toBeVisible();
  await expect(page.getByText("Preselected · 1")).toBeVisible();
});

test("a preselected applicant is assigned to a slot, and made an alternate with an undo", async ({
  adminPage: page,
  office,
}) => {
  const { oci, schedule } = await createSchedule(office);
  const chloe = await office.student(`Chloe ${mark()}`);
  await createApplication(office, oci, chloe.id);
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, `Actions for ${chloe.full_name}`, "Make an alternate");
  await expect(page.getByText("Alternates · 1")).toBeVisible();
  await undo(page);
  await expect(page.getByText("Preselected · 1")).toBeVisible();
  await choose(page, `Actions for ${chloe.full_name}`, "Assign to a slot…");
  await pickOption(page, "Slot", "11:00–11:30", /11:00–11:30/);
  await page.getByRole("button", { name: "Assign", exact: true }).last().click();
  await expect(slotAt(page, "11:00–11:30")).toContainText(chloe.full_name);
});

test("a viewer sees the day and its applicants, and no button that does nothing", async ({
  viewerPage: page,
  office,
}) => {
  const { oci, schedule, jordan } = await createSchedule(office);
  await createApplication(office, oci, jordan.id);
  await page.goto(`/admin/schedules/${schedule}`);
  await expect(applicant(page, jordan.full_name)).toContainText("9:00 AM");
  for (const part of ["Day", "Interviewers", "Applicants"]) {
    await expect(page.getByRole("region", { name: part }).getByRole("button")).toHaveCount(0);
  }
  await expectAccessible(page);
});

test("on a phone the applicants are a tab, and a student moves by menu", async ({
  adminPage: page,
  office,
}) => {
  const { oci, schedule, jordan } = await createSchedule(office);
  await createApplication(office, oci, jordan.id);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/schedules/${schedule}`);
  await choose(page, new RegExp(`^${jordan.full_name}, 9:00`), "Move to…");
  await pickOption(page, "To", "11:30", /11:30 AM –/);
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(slotAt(page, "11:30 AM –")).toContainText(jordan.full_name);
  await page.getByRole("tab", { name: "Applicants (1)" }).click();
  await expect(applicant(page, jordan.full_name)).toContainText("11:30 AM");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

function dayNumber(days: number): string {
  return String(Number(dateIn(zone, days).slice(8)));
}
