import { randomUUID } from "node:crypto";
import { fillDate, fillTime } from "./support/fields";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { dateIn } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

const zone = "America/New_York";

test("from a new virtual schedule to an opened Interview Experience page", async ({
  adminPage: page,
  browser,
  office,
}) => {
  test.slow();
  const mark = randomUUID().slice(0, 8);
  const employer = `Main Job ${mark}`;
  const people = ["Priya", "Sam"].map((name) => ({
    name: `${name} ${mark}`,
    email: `${name.toLowerCase()}.${mark}@employer.example`,
  }));
  const students = ["Jordan", "Aisha", "Mateo"].map((name) => `${name} ${mark}`);
  for (const name of students) await office.student(name);

  await test.step("a new OCI of a new employer", async () => {
    await page.goto("/admin");
    await page.getByRole("button", { name: "New OCI" }).click();
    const dialog = page.getByRole("dialog", { name: "New OCI" });
    await dialog.getByRole("combobox", { name: "Employer" }).fill(employer);
    await dialog.getByRole("combobox", { name: "Position" }).fill("Summer Associate");
    await dialog.getByRole("combobox", { name: "Season" }).fill("Test season");
    await dialog.getByRole("button", { name: "Create, then add a schedule" }).click();
    await expect(page.getByRole("heading", { name: "New schedule" })).toBeVisible();
  });

  await test.step("a virtual schedule for today, all day, with In-App Video", async () => {
    await fillDate(page, "Date", dateIn(zone, 0));
    await fillTime(page, "First interview", "12", "00", "AM");
    await fillTime(page, "Day ends", "11", "30", "PM");
    await page.getByRole("radio", { name: "Virtual", exact: true }).check();
    await page.getByRole("radio", { name: /^In-App Video/ }).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Create schedule" }).click();
    await expect(
      page.getByRole("heading", { name: `${employer} · Summer Associate` }),
    ).toBeVisible();
  });

  await test.step("two interviewers, both new", async () => {
    for (const { name, email } of people) {
      await page.getByRole("button", { name: "Assign", exact: true }).click();
      const dialog = page.getByRole("dialog", { name: "Assign interviewers" });
      const another = dialog.getByRole("button", { name: /new/i });
      await expect(dialog.getByLabel("Full name").or(another).first()).toBeVisible();
      if (await another.isVisible()) await another.click();
      await dialog.getByLabel("Full name").fill(name);
      await dialog.getByLabel("Email address").fill(email);
      await dialog.getByRole("button", { name: "Assign", exact: true }).click();
      await expect(dialog).toHaveCount(0);
      const section = page.getByRole("region", { name: "Interviewers" });
      await expect(section.getByRole("listitem").filter({ hasText: name })).toBeVisible();
    }
  });

  await test.step("three students, one after the other", async () => {
    await page
      .getByRole("button", { name: /^Assign a student to/ })
      .first()
      .click();
    for (const [n, student] of students.entries()) {
      const dialog = page.getByRole("dialog", { name: /^Assign a student/ });
      const search = dialog.getByRole("combobox", { name: "Student" });
      await expect(search).toHaveValue("");
      await search.fill(student);
      await page.getByRole("option", { name: new RegExp(student) }).click();
      const isLast = n === students.length - 1;
      await dialog
        .getByRole("button", { name: isLast ? "Assign" : "Assign, then next slot", exact: true })
        .click();
      await expect(page.getByText(`${student} is assigned.`)).toBeVisible();
    }
  });

  await test.step("Schedule Actions > Send Interview Link", async () => {
    await page.getByRole("button", { name: "Schedule Actions" }).click();
    await page.getByRole("menuitem", { name: "Send Interview Link" }).click();
    const dialog = page.getByRole("dialog", { name: "Send Interview Link" });
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send to 2 people" }).dblclick();
    await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Done" }).click();
  });

  const [one, other] = await Promise.all(people.map(({ email }) => mailTo(email)));
  if (!one || !other) throw new Error("Two mails were sent");

  await test.step("each holds a link of its own, the times, the calendar and the posting", async () => {
    expect(linkIn(one)).not.toBe(linkIn(other));
    expect(one.subject).toContain(employer);
    for (const part of [one.html, one.text]) {
      expect(part).toMatch(/12:00/);
      expect(part).toMatch(/New York/);
      expect(part).toContain("calendar.google.com");
      expect(part).toContain("outlook");
      expect(part).toMatch(/sign-in needed/i);
      expect(part).toContain("oci@hartwell.example");
    }
    expect(one.attachments?.[0]?.contentType).toContain("text/calendar");
    for (const { email } of people) expect(await mailsTo(email)).toHaveLength(1);
  });

  await test.step("the link opens this interviewer's interviews, with no login", async () => {
    const context = await browser.newContext();
    const guest = await context.newPage();
    await guest.goto(linkIn(one));
    await expect(guest.getByRole("heading", { level: 1 })).toContainText(
      people[0]?.name.split(" ")[0] ?? "",
    );
    const earlier = guest.getByText(/^Earlier/);
    if (await earlier.isVisible()) await earlier.click();
    for (const student of students) await expect(guest.getByText(student).first()).toBeVisible();
    await expect(guest.getByLabel("Password")).toHaveCount(0);
    await context.close();
  });

  await test.step("sent again it is the same link", async () => {
    await page.getByRole("button", { name: "Schedule Actions" }).click();
    await page.getByRole("menuitem", { name: "Send Interview Link" }).click();
    const dialog = page.getByRole("dialog", { name: "Send Interview Link" });
    await dialog.getByText(people[0]?.name ?? "").click();
    await dialog.getByRole("button", { name: "Send to 1 person" }).click();
    await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
    const again = await mailTo(people[0]?.email ?? "", 2);
    expect(linkIn(again)).toBe(linkIn(one));
  });
});

test("a schedule that is not ready says why, and how to fix it", async ({ adminPage, office }) => {
  const employer = await office.employer();
  const schedule = await office.schedule(await office.oci(employer.id), { video: "external" });
  await adminPage.goto(`/admin/schedules/${schedule}`);
  await adminPage.getByRole("button", { name: "Schedule Actions" }).click();
  await adminPage.getByRole("menuitem", { name: "Send Schedule" }).click();
  const dialog = adminPage.getByRole("dialog", { name: "Send Schedule" });
  await expect(dialog).toContainText("Not ready to send");
  await expect(dialog).toContainText("Its meeting URL is not set.");
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await expect(dialog.getByRole("button", { name: /^Send to/ })).toHaveCount(0);
  await expectAccessible(adminPage);
  await dialog.getByRole("link").first().click();
  await expect(adminPage.getByText("Not ready to send")).toHaveCount(0);
});

test("a viewer sees the schedule and can neither send nor change", async ({
  viewerPage,
  office,
}) => {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const schedule = await office.schedule(await office.oci(employer.id), { interviewers: [priya] });
  await viewerPage.goto(`/admin/schedules/${schedule}`);
  await expect(viewerPage.getByText("Priya Example", { exact: true })).toBeVisible();
  await expect(viewerPage.getByRole("button", { name: "Schedule Actions" })).toHaveCount(0);
  await expect(viewerPage.getByRole("button", { name: /^Assign/ })).toHaveCount(0);
  await expectAccessible(viewerPage);
});
