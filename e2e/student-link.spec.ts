import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { expect, expectAccessible, test } from "./support/test";
import { atNoon, zoneAtNoon } from "./support/zone";

const zone = "Pacific/Auckland";

test("students notified on release: each opens a page of their own, until the link is reset", async ({
  adminPage: page,
  browser,
  office,
}) => {
  test.slow();
  const employer = await office.employer();
  const students = await Promise.all(
    ["Jordan Lee", "Aisha Khan"].map((one) => office.student(one)),
  );
  const [jordan, aisha] = students;
  if (!jordan || !aisha) throw new Error("two students were made");
  const schedule = await office.schedule(await office.oci(employer.id), {
    day: 2,
    zone,
    first: "09:00",
    last: "11:00",
    students,
  });

  await test.step("release, and notify the students", async () => {
    await page.goto(`/admin/schedules/${schedule}?dialog=release`);
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("checkbox", { name: /Also send students/ })).toBeChecked();
    await expect(dialog).toContainText("2 students will be notified");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Release" }).dblclick();
    await expect(page.getByText("Released. 2 students are being notified.")).toBeVisible();
  });

  const mail = await mailTo(jordan.email);
  await mailTo(aisha.email);
  await test.step("one email each: their own time, its zone named, calendar links", async () => {
    expect(mail.subject).toContain(employer.name);
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain("9:00–9:30 AM");
      expect(part).not.toContain("9:30–10:00");
      expect(part).toContain("New Zealand Time (Auckland)");
      expect(part).toContain("calendar.google.com");
      expect(part).toContain("oci@hartwell.example");
      expect(part).not.toContain("Aisha");
    }
    expect(mail.attachments?.[0]?.contentType).toContain("text/calendar");
    expect(await mailsTo(jordan.email)).toHaveLength(1);
    const slot = page.getByRole("listitem").filter({ hasText: "Jordan Lee" }).first();
    await expect(slot).toContainText("Notified");
  });

  const context = await browser.newContext({ timezoneId: "America/New_York" });
  const guest = await context.newPage();
  await test.step("the link opens the student's own interview, and nobody else's", async () => {
    await guest.goto(linkIn(mail));
    await expect(guest.getByRole("heading", { level: 1 })).toContainText("Jordan");
    await expect(guest.getByText(/^9:00–9:30 AM/)).toBeVisible();
    await expect(guest.getByText(/^New Zealand Time \(Auckland\)/)).toBeVisible();
    await expect(guest.getByText(/^Your time:/)).toBeVisible();
    await expect(guest.getByText(employer.name)).toBeVisible();
    await expect(guest.getByText("Aisha")).toHaveCount(0);
    await expectAccessible(guest);
    await guest.setViewportSize({ width: 360, height: 640 });
    const overflow = "document.documentElement.scrollWidth - innerWidth";
    expect(await guest.evaluate(overflow)).toBeLessThanOrEqual(0);
    const download = guest.waitForEvent("download");
    await guest.getByRole("button", { name: "Download .ics" }).click();
    expect((await download).suggestedFilename()).toBe("interviews.ics");
  });

  await test.step("reset: the page that is open closes, and the schedule says so", async () => {
    await page.goto(`/admin/students/${jordan.id}`);
    await expect(page.getByRole("heading", { name: "Jordan Lee" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Reset link" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Reset link" }).click();
    await expect(page.getByText(/link is reset/)).toBeVisible();
    await guest.reload();
    await expect(guest.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
    await expect(guest.getByText(employer.name)).toHaveCount(0);
    await page.goto(`/admin/schedules/${schedule}`);
    const slot = page.getByRole("listitem").filter({ hasText: "Jordan Lee" }).first();
    await expect(slot).toContainText("Link reset");
  });

  await test.step("notify: only who needs it is chosen, and the new link opens", async () => {
    await page.getByRole("button", { name: "Schedule Actions" }).click();
    await page.getByRole("menuitem", { name: "Notify students" }).click();
    const dialog = page.getByRole("dialog", { name: "Notify students" });
    await expect(dialog.getByRole("checkbox", { name: /Jordan Lee/ })).toBeChecked();
    await expect(dialog.getByRole("checkbox", { name: /Aisha Khan/ })).not.toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send to 1 person" }).click();
    await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible();
    const again = await mailTo(jordan.email, 2);
    expect(linkIn(again)).not.toBe(linkIn(mail));
    await guest.goto(linkIn(again));
    await expect(guest.getByText(employer.name)).toBeVisible();
  });
  await context.close();
});

test("a student who was notified and then removed is notified again, and their page says so", async ({
  adminPage: page,
  browser,
  office,
}) => {
  test.slow();
  const employer = await office.employer();
  const student = await office.student("Mateo Alvarez");
  const schedule = await office.schedule(await office.oci(employer.id), {
    day: 3,
    first: "09:00",
    last: "10:00",
    location: `Room ${student.id.slice(0, 8)}`,
    students: [student],
    released: true,
  });
  await office.call("send-student-links", {
    requestId: crypto.randomUUID(),
    scheduleIds: [schedule],
  });
  const notified = await mailTo(student.email);
  expect(notified.text).toContain(`Room ${student.id.slice(0, 8)}`);

  await page.goto(`/admin/schedules/${schedule}`);
  const slot = page.getByRole("listitem").filter({ hasText: "Mateo Alvarez" }).first();
  await expect(slot).toContainText("Notified");
  await slot.getByRole("button", { name: /^Mateo Alvarez/ }).click();
  await page.getByRole("menuitem", { name: "Unassign…" }).click();
  const question = page.getByRole("alertdialog");
  await expectAccessible(page);
  await question.getByText(/^Notify 1 person/).click();
  await question.getByRole("button", { name: "Unassign" }).click();
  await expect(page.getByText("Mateo Alvarez was unassigned.")).toBeVisible();
  const outstanding = page.getByRole("status").filter({ hasText: "1 person to notify" });
  await expect(outstanding).toContainText("Mateo Alvarez: no longer taking part");
  await outstanding.getByRole("button", { name: "Notify 1 person" }).click();
  const dialog = page.getByRole("dialog", { name: "Notify of changes" });
  await expect(dialog).toContainText("no longer taking part");
  await dialog.getByRole("button", { name: "Send to 1 person" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(outstanding).toHaveCount(0);
  const taken = await mailTo(student.email, 2);
  expect(taken.subject).toMatch(/^Canceled/);
  expect(taken.text).toContain("will not take place");

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(linkIn(taken));
  await expect(guest.getByRole("heading", { name: /canceled/ })).toBeVisible();
  await expect(guest.getByText(new RegExp(employer.name))).toBeVisible();
  await expectAccessible(guest);
  await context.close();
});

test("on the day a student sees who interviews them where, and joins the employer's meeting", async ({
  browser,
  office,
}) => {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Raman");
  const student = await office.student("Chloe Dubois");
  const oci = await office.oci(employer.id);
  await office.schedule(oci, {
    zone: zoneAtNoon,
    first: atNoon(-5),
    last: atNoon(25),
    video: "external",
    meetingUrl: "https://meet.example.com/room",
    interviewers: [priya],
    students: [student],
    released: true,
  });
  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(await office.reveal(student.id));
  const card = guest.getByRole("region", { name: employer.name });
  await expect(card).toContainText("Now");
  await expect(card).toContainText("with Priya Raman");
  await expect(card).toContainText("External video meeting");
  await expect(card.getByRole("link", { name: /^Join interview/ })).toHaveAttribute(
    "href",
    "https://meet.example.com/room",
  );
  await expectAccessible(guest);
  await context.close();
});

test("releasing in bulk notifies the students of all chosen schedules, one email each", async ({
  adminPage: page,
  office,
}) => {
  test.slow();
  const employer = await office.employer();
  const student = await office.student("Sofia Rossi");
  const oci = await office.oci(employer.id);
  const ids = [];
  for (const day of [4, 5]) {
    ids.push(
      await office.schedule(oci, { day, first: "09:00", last: "10:00", students: [student] }),
    );
  }
  await page.goto(`/admin/ocis/release?${ids.map((id) => `schedule=${id}`).join("&")}`);
  await expect(page.getByRole("checkbox", { name: /Also send students/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Release 2 schedules" }).click();
  await expect(page.getByText("2 schedules are released.")).toBeVisible();
  await page.getByRole("link", { name: "1 student is being notified." }).click();
  await expect(page.getByText("Sent to 1 person.")).toBeVisible();
  const mail = await mailTo(student.email);
  expect(mail.subject).toMatch(/^Your interviews with .*, 2 days starting/);
  expect(await mailsTo(student.email)).toHaveLength(1);
});
