import { choose } from "./support/factories";
import { linkIn, mailTo } from "./support/mailbox";
import { expect, expectAccessible, test } from "./support/test";

const twoHours = { day: 20, first: "09:00", last: "11:00", released: true };
const url = "https://meet.example.com/northwind";

test("in person and with external video, interviewers are sent their schedule; in bulk beside links", async ({
  adminPage: page,
  browser,
  office,
}) => {
  test.slow();
  const employer = await office.employer();
  const [priya, sam, kim] = await Promise.all(
    ["Priya Example", "Sam Example", "Kim Example"].map((name) =>
      office.interviewer(employer.id, name),
    ),
  );
  if (!priya || !sam || !kim) throw new Error("three interviewers were made");
  const oci = await office.oci(employer.id);
  const room = `Room ${priya.id.slice(0, 8)}`;
  const student = (name: string) => office.student(name);
  const inPerson = await office.schedule(oci, {
    ...twoHours,
    location: room,
    interviewers: [priya],
    students: [await student("Jordan Example")],
  });
  await office.schedule(oci, {
    ...twoHours,
    video: "external",
    meetingUrl: url,
    interviewers: [sam],
    students: [await student("Aisha Example")],
  });
  await office.schedule(oci, {
    ...twoHours,
    interviewers: [kim],
    students: [await student("Noor Example")],
  });

  await test.step("from the schedule", async () => {
    await page.goto(`/admin/schedules/${inPerson}`);
    await choose(page, "Schedule Actions", "Send Schedule");
    const dialog = page.getByRole("dialog", { name: "Send Schedule" });
    await expect(dialog.getByRole("checkbox", { name: /Priya Example/ })).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send to 1 person" }).click();
    await dialog.getByRole("button", { name: "Done" }).click();
    const mail = await mailTo(priya.email);
    expect(mail.subject).toContain(`Your interview schedule: ${employer.name}`);
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain(room);
      expect(part).not.toContain("In-App Video");
    }
    const guest = await browser.newPage();
    await guest.goto(linkIn(mail));
    await expect(guest.getByRole("heading", { name: employer.name })).toBeVisible();
    await expect(guest.getByText(room)).toBeVisible();
    await guest.close();
  });

  await test.step("in bulk: who gets which of the two", async () => {
    await page.goto(`/admin/ocis/send?oci=${oci}`);
    await expect(page.getByRole("heading", { name: /^Will send: 2/ })).toBeVisible();
    const row = (name: string) => page.getByRole("listitem").filter({ hasText: name }).first();
    await expect(row("Sam Example")).toContainText("Schedule");
    await expect(row("Kim Example")).toContainText("Interview Link");
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Send to 2/ }).click();
    const sent = await mailTo(sam.email);
    expect(sent.text).toContain(url);
    expect(sent.subject).toContain("Your interview schedule: ");
    expect((await mailTo(kim.email)).subject).toContain("Your interview link: ");
  });
});
