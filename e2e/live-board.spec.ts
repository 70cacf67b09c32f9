import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { choose } from "./support/factories";
import { admit, controls } from "./support/interview";
import type { Office } from "./support/office";
import { RoomGuest } from "./support/room-guest";
import { expect, expectAccessible, test } from "./support/test";
import { atNoon, zoneAtNoon } from "./support/zone";

test.slow();

const guests: RoomGuest[] = [];
test.afterEach(() => {
  for (const guest of guests.splice(0)) guest.rest();
});

/** An interview that began ten minutes ago and a later one, with those who have links to its room. */
async function interviewNow(office: Office, wishes: Parameters<Office["schedule"]>[1] = {}) {
  const mark = randomUUID().slice(0, 8);
  const employer = await office.employer(`Employer ${mark}`);
  const priya = await office.interviewer(employer.id, `Priya ${mark}`);
  const [jordan, aisha] = [
    await office.student(`Jordan ${mark}`),
    await office.student(`Aisha ${mark}`),
  ];
  const schedule = await office.schedule(await office.oci(employer.id), {
    zone: zoneAtNoon,
    released: true,
    first: atNoon(-10),
    last: atNoon(50),
    ...wishes,
    interviewers: [priya],
    students: [jordan, aisha],
  });
  const [slot] = await office.slots(schedule);
  const guest = async (person: { id: string }) => {
    const opened = await RoomGuest.open(office, person, slot?.id ?? "");
    guests.push(opened);
    return opened;
  };
  return { employer: employer.name, mark, priya, jordan, aisha, schedule, guest };
}

const open = (page: Page, text: string) => page.goto(`/admin/today?q=${encodeURIComponent(text)}`);
const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });
const dialog = (page: Page) => page.getByRole("dialog");

test("the board follows a room from empty to handed off, and the office lets the student in", async ({
  adminPage: page,
  office,
}) => {
  const { employer, jordan, priya, guest } = await interviewNow(office);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search interviews" }).fill(employer);
  const row = rowOf(page, jordan.full_name);
  await expect(row).toContainText("Not started");
  await expect(row).toContainText("Nobody here yet");
  await expect(row).toContainText(/\d+ min left/);

  const student = await guest(jordan);
  await student.enter();
  await expect(row).toContainText("Student waiting");
  await expect(row).toContainText(`${jordan.full_name}, in the room`);
  await expect(page.getByText(/waiting\.$/)).toHaveCount(1);
  await row.getByRole("button", { name: `Admit ${jordan.full_name}` }).click();
  await expect.poll(async () => (await student.poll()).you?.admitted).toBe(true);

  const interviewer = await guest(priya);
  await interviewer.enter();
  await expect(row).toContainText("In progress");
  await expect(row.getByRole("button", { name: /^Admit/ })).toHaveCount(0);
  await student.poll({ connection: "poor" });
  await expect(row).toContainText("Poor connection");
  await student.leave();
  await expect(row).toContainText(`${jordan.full_name}, not here`);
});

test("an outcome is marked with a note, undone, and marked again by keyboard", async ({
  adminPage: page,
  office,
}) => {
  const { jordan, mark } = await interviewNow(office);
  await open(page, mark);
  const row = rowOf(page, jordan.full_name);
  await choose(page, new RegExp(`^Actions for ${jordan.full_name}`), "Mark the outcome…");
  await dialog(page).getByText("Student no-show").click();
  await dialog(page).getByLabel(/^Note/).fill("Called twice, no answer");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Student no-show");
  await expect(row).toContainText("Called twice, no answer");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("Not started");
  await expect(row).not.toContainText("Called twice");

  await row.getByRole("button", { name: /^Actions for/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("radio", { name: "Completed" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(dialog(page).getByRole("radio", { name: "Interviewer no-show" })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("Interviewer no-show");
});

test("a message reaches the room it is for, or all that are shown", async ({
  adminPage: page,
  office,
}) => {
  const { jordan, mark, guest } = await interviewNow(office);
  const student = await guest(jordan);
  await student.enter();
  await open(page, mark);
  await choose(page, new RegExp(`^Actions for ${jordan.full_name}`), "Message the room…");
  await dialog(page).getByLabel("Message").fill("Your interviewer is on the way.");
  await dialog(page).getByRole("button", { name: "Send" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Message 2 rooms" }).click();
  await dialog(page).getByLabel("Message").fill("The building closes at six.");
  await dialog(page).getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Sent to 2 rooms.")).toBeVisible();
  expect((await student.poll()).messages).toMatchObject([
    { kind: "notice", body: "Your interviewer is on the way." },
    { kind: "notice", body: "The building closes at six." },
  ]);
});

test("when the room fails the schedule goes on at the employer's URL, and comes back", async ({
  adminPage: page,
  office,
}) => {
  const { jordan, mark, guest } = await interviewNow(office);
  const student = await guest(jordan);
  await student.enter();
  await open(page, mark);
  const menu = new RegExp(`^Actions for ${jordan.full_name}`);
  await choose(page, menu, "Move to the employer’s URL…");
  await expect(dialog(page)).toContainText("2 interviews still to be finished");
  await dialog(page).getByLabel("Meeting URL").fill("http://meet.example/room");
  await dialog(page).getByRole("button", { name: "Move the schedule" }).click();
  await expect(dialog(page)).toContainText("starts with https://");
  await dialog(page).getByLabel("Meeting URL").fill("https://meet.example/room");
  await dialog(page).getByRole("button", { name: "Move the schedule" }).click();
  await expect(rowOf(page, jordan.full_name)).toContainText("External video");
  await expect(student.poll()).rejects.toMatchObject({
    code: "moved",
    params: { meeting_url: "https://meet.example/room" },
  });
  await choose(page, menu, "Move back to In-App Video");
  await expect(rowOf(page, jordan.full_name)).not.toContainText("External video");
});

test("in-person interviews are listed too; attendance is exported", async ({
  adminPage: page,
  office,
}) => {
  const { mark, jordan, priya, guest } = await interviewNow(office);
  await interviewNow(office, { location: `Room ${mark}` });
  await (await guest(priya)).enter();
  await open(page, mark);
  await expect(page.getByRole("row", { name: /^Jordan/ })).toHaveCount(2);
  await expect(
    page.getByRole("row", { name: /^Jordan/ }).filter({ hasText: `Room ${mark}` }),
  ).toContainText("In progress");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export attendance" }).click();
  const csv = await readFile(await (await downloading).path(), "utf8");
  expect(csv).toContain(`interviewer,${priya.full_name}`);
  expect(csv).not.toContain(jordan.full_name);
});

test("staff join a room for all to see, let the student in, and come back to the board", async ({
  adminPage: page,
  office,
}) => {
  const { jordan, mark, guest } = await interviewNow(office);
  const student = await guest(jordan);
  await student.enter();
  await open(page, mark);
  await choose(page, new RegExp(`^Actions for ${jordan.full_name}`), "Join as staff");
  await admit(page, jordan);
  await expect.poll(async () => (await student.poll()).you?.admitted).toBe(true);
  await expect
    .poll(async () => (await student.poll()).members)
    .toContainEqual(expect.objectContaining({ role: "staff", name: "Ada Okonkwo", present: true }));
  await controls(page).getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await open(page, mark);
  await expect(rowOf(page, jordan.full_name)).not.toContainText("Ada Okonkwo");
});

test("a viewer sees the same board and changes nothing", async ({ viewerPage: page, office }) => {
  const { jordan, mark, guest } = await interviewNow(office);
  const student = await guest(jordan);
  await student.enter();
  await open(page, mark);
  await expect(rowOf(page, jordan.full_name)).toContainText("Student waiting");
  await expect(page.getByRole("button", { name: /^(Admit|Message|Actions)/ })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "Actions" })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(`/admin/today?q=${randomUUID()}`);
  await expect(page.getByText("No interviews match")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rowOf(page, jordan.full_name)).toBeVisible();
});

test("nobody is kept out, by colour or by a small screen", async ({ adminPage: page, office }) => {
  const { jordan, mark, guest } = await interviewNow(office);
  await (await guest(jordan)).enter();
  await open(page, mark);
  await expect(page.getByRole("button", { name: `Admit ${jordan.full_name}` })).toBeVisible();
  await expectAccessible(page);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await expect(page.getByRole("button", { name: `Admit ${jordan.full_name}` })).toBeVisible();
    await expectAccessible(page, ["light"]);
    const overhang = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(overhang).toBeLessThanOrEqual(0);
  }
});
