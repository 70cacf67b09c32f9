import { randomUUID } from "node:crypto";
import { expect, expectAccessible, test } from "./support/test";

test("who did what shows on the schedule, on its OCI and on a searchable page", async ({
  adminPage: page,
  office,
}) => {
  test.slow();
  const mark = randomUUID().slice(0, 8);
  const employer = await office.employer(`Activity ${mark}`);
  const priya = await office.interviewer(employer.id, `Priya ${mark}`);
  const student = await office.student(`Jordan ${mark}`);
  const oci = await office.oci(employer.id);
  const schedule = await office.schedule(oci, {
    first: "09:00",
    last: "11:00",
    day: 3,
    interviewers: [priya],
    students: [student],
    released: true,
  });
  await office.api
    .from("schedules")
    .update({ video: "external", meeting_url: "https://meet.example.com/abc" })
    .eq("id", schedule)
    .throwOnError();

  await page.goto(`/admin/schedules/${schedule}`);
  const changes = page.getByRole("status").filter({ hasText: "Changed since its release" });
  await expect(changes.getByRole("listitem")).toHaveCount(1);
  await expect(changes).toContainText("chose external video and added the meeting URL");
  const section = page.getByRole("region", { name: "Activity" });
  await expect(section).toContainText(`Ada Okonkwo assigned Priya ${mark}`);
  await expect(section).toContainText(`assigned Jordan ${mark} to 9:00 AM`);

  await page.goto(`/admin/ocis/${oci}`);
  await expect(section).toContainText("released it");
  await expectAccessible(page);

  await page.goto("/admin/activity");
  await page.getByRole("searchbox").fill(`jordan ${mark}`);
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines.filter({ hasText: `Activity ${mark} · ` })).toHaveCount(1);
  await page.getByRole("button", { name: /Kind$/ }).click();
  await page.getByRole("option", { name: "Settings and staff" }).click();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});
