import { randomUUID } from "node:crypto";
import { dateIn, type Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";
import { atNoon, zoneAtNoon } from "./support/zone";

/** An employer with one interviewer, two students, and their schedule; and the interviewer's link. */
async function interviewDay(office: Office, wishes: Parameters<Office["schedule"]>[1] = {}) {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const students = [await office.student("Jordan Example"), await office.student("Aisha Example")];
  const oci = await office.oci(employer.id);
  const schedule = await office.schedule(oci, {
    zone: zoneAtNoon,
    released: true,
    first: atNoon(-10),
    last: atNoon(50),
    ...wishes,
    interviewers: [priya],
    students,
  });
  return { employer, priya, students, schedule, link: await office.reveal(priya.id) };
}

test("on the day an interviewer sees now and next, with no login", async ({ page, office }) => {
  const { employer, link } = await interviewDay(office);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: employer.name })).toBeVisible();
  const now = page.getByRole("region", { name: "Jordan Example" });
  await expect(now).toContainText(/^Now · /);
  await expect(page.getByText("Aisha Example")).toBeVisible();
  await expect(page).toHaveTitle(/^Now: Jordan Example/);
  await expect(page.getByLabel("Password")).toHaveCount(0);
  await expectAccessible(page);
});

test("the day before, the page shows the day and nobody who comes, and the API gives none", async ({
  page,
  office,
}) => {
  const { link } = await interviewDay(office, { day: 1 });
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/rest/v1/")) answers.push(await response.text());
  });
  await page.goto(link);
  await expect(page.getByText("They will appear here on that day.")).toBeVisible();
  await expect(page.getByText("Jordan Example")).toHaveCount(0);
  expect(answers.join()).toMatch(/"slots": ?\[\]/);
  expect(answers.join()).not.toContain("Jordan");
  await expectAccessible(page);
});

test("a calendar that subscribes follows the day, with a URL that opens no page", async ({
  page,
  office,
  request,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { link, schedule, priya } = await interviewDay(office, { day: 1 });
  await page.goto(link);
  await page.getByText("Subscribe: your calendar then follows every change").click();
  await expect(
    page.getByText("Anyone who has this URL can see your interview times."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Copy URL" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  const subscribe = page.getByRole("link", { name: "Subscribe" });
  expect(await subscribe.getAttribute("href")).toBe(url.replace(/^http/, "webcal"));
  await expectAccessible(page);
  const answer = await request.get(url);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const file = (await answer.text()).replaceAll("\r\n ", "");
  expect(file).toContain(`UID:${schedule}.${priya.id}.1@`);
  expect(file).not.toContain("Jordan");
  await page.goto(link.replace(/#.*/, `#${new URL(url).searchParams.get("token")}`));
  await expect(page.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
});

test("the calendar file of the page names the same instants as the schedule", async ({
  page,
  office,
}) => {
  const { link, schedule } = await interviewDay(office, { day: 1 });
  await page.goto(link);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download .ics" }).click();
  const file = await (await downloading).createReadStream();
  let text = "";
  for await (const part of file) text += part;
  const slots = await office.slots(schedule);
  const stamp = (at: string | undefined) =>
    new Date(at ?? "").toISOString().replace(/[-:]|\.\d+/g, "");
  expect(text).toContain(stamp(slots.at(0)?.starts_at));
  expect(text).toContain(stamp(slots.at(-1)?.ends_at));
});

test("an interviewer who opens yesterday's link sees a closed page", async ({ page, office }) => {
  const { link } = await interviewDay(office, { day: -1 });
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Your interviews are over" })).toBeVisible();
  await expect(page.getByText("Jordan Example")).toHaveCount(0);
  await expectAccessible(page);
});

test("when the day's last interview has ended, the page says so", async ({ page, office }) => {
  const { link } = await interviewDay(office, { first: "08:00", last: "09:00" });
  await page.goto(link);
  await expect(page.getByRole("heading", { name: /all for today/ })).toBeVisible();
  await page.getByText("Earlier: 2 done").click();
  await expect(page.getByText("Jordan Example")).toBeVisible();
  await expectAccessible(page);
});

test("a canceled schedule says so, with whom to ask", async ({ page, office }) => {
  const { link, schedule } = await interviewDay(office);
  await office.api.rpc("cancel_schedule", { p_schedule_id: schedule, p_canceled: true });
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Your interviews are canceled" })).toBeVisible();
  await expect(page.getByRole("link", { name: "oci@hartwell.example" })).toBeVisible();
  await expectAccessible(page);
});

test("an external video meeting opens in a tab of its own, In-App Video in the page", async ({
  page,
  office,
}) => {
  const meetingUrl = "https://meet.employer.example/room-7";
  const own = await interviewDay(office, { video: "external", meetingUrl });
  await page.goto(own.link);
  await expect(page.getByRole("link", { name: /^Join interview/ })).toHaveAttribute(
    "href",
    meetingUrl,
  );
  await expectAccessible(page);
  const inApp = await interviewDay(office);
  await page.goto(inApp.link);
  await expect(page.getByRole("region", { name: "Jordan Example" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Join interview/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Join interview" })).toBeVisible();
});

test("someone with no schedule finds a page that says so", async ({ page, office }) => {
  const employer = await office.employer();
  const idle = await office.interviewer(employer.id, "Idle Example");
  await page.goto(await office.reveal(idle.id));
  await expect(page.getByRole("heading", { level: 2 })).toContainText(/scheduled/i);
  await expectAccessible(page);
});

test("unknown, malformed and reset links show the same page", async ({ page, office }) => {
  const { link, priya } = await interviewDay(office);
  await office.api.rpc("reset_access_link", { p_person_id: priya.id }).throwOnError();
  const token = new URL(link).hash.slice(1);
  const pages: (string | null)[] = [];
  for (const wrong of [token, `${"A".repeat(22)}${token.slice(22)}`, "not-a-token", "%00%ff"]) {
    await page.goto("about:blank");
    await page.goto(`/interview#${wrong}`);
    await expect(page.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
    await expect(page.getByText("Need help?")).toBeVisible();
    pages.push(await page.locator("body").textContent());
  }
  expect(new Set(pages).size).toBe(1);
  await expectAccessible(page);
});

test("after Reset link a page that is open closes, and the link sent anew opens", async ({
  page,
  office,
}) => {
  const { link, priya } = await interviewDay(office);
  await page.goto(link);
  await expect(page.getByRole("region", { name: "Jordan Example" })).toBeVisible();
  await office.api.rpc("reset_access_link", { p_person_id: priya.id }).throwOnError();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
  await expect(page.getByText("Jordan Example")).toHaveCount(0);
  const renewed = await office.reveal(priya.id);
  expect(renewed).not.toBe(link);
  await page.goto(renewed);
  await expect(page.getByRole("region", { name: "Jordan Example" })).toBeVisible();
});

test("a time that staff change shows on the open page", async ({ page, office }) => {
  const { link, schedule } = await interviewDay(office);
  await page.goto(link);
  await expect(page.getByRole("region", { name: "Jordan Example" })).toBeVisible();
  const [slot] = await office.slots(schedule);
  await office.api.rpc("assign_student", { p_slot_id: slot?.id ?? "" }).throwOnError();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText("Jordan Example")).toHaveCount(0);
});

test("an interviewer in another zone sees both clocks", async ({ browser, office }) => {
  const { link } = await interviewDay(office);
  // Half an hour off every zone that the day can be in.
  const context = await browser.newContext({ timezoneId: "Australia/Adelaide" });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("region", { name: "Jordan Example" })).toContainText(/ in Adelaide/);
  await context.close();
});

test("without a connection the page says so, and opens once there is one", async ({
  page,
  office,
}) => {
  const { link } = await interviewDay(office);
  await page.route("**/functions/v1/**", (route) => route.abort());
  await page.goto(link);
  await expect(page.getByRole("button", { name: /again/i })).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/functions/v1/**");
  await page.getByRole("button", { name: /again/i }).click();
  await expect(page.getByRole("region", { name: "Jordan Example" })).toBeVisible();
});

test("without a link, the page leads to one, and says the same to everyone", async ({
  page,
  office,
}) => {
  const { priya } = await interviewDay(office);
  await page.goto("/interview");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  const replies: (string | null)[] = [];
  for (const email of [priya.email, `${randomUUID()}@nobody.example`]) {
    await page.goto("/interview");
    await page.getByLabel("Your email address").fill(email);
    await page.getByRole("button", { name: "Email me my Interview Link" }).click();
    await expect(page.getByText("Check your inbox")).toBeVisible();
    replies.push(await page.locator("main").textContent());
  }
  expect(replies[0]).toBe(replies[1]);
});

test("dates are counted in the schedule's zone", async ({ page, office }) => {
  // Here it is never the same date as there.
  const kiritimati = "Pacific/Kiritimati";
  const pagoPago = "Pacific/Pago_Pago";
  expect(dateIn(kiritimati, 0)).not.toBe(dateIn(pagoPago, 0));
  const there = await interviewDay(office, { zone: kiritimati, first: "00:00", last: "23:30" });
  await page.goto(there.link);
  await expect(page.getByText("Jordan Example").or(page.getByText(/done/)).first()).toBeVisible();
  const days = (Date.parse(dateIn(kiritimati, 0)) - Date.parse(dateIn(pagoPago, 0))) / 86_400_000;
  const here = await interviewDay(office, { zone: pagoPago, day: days });
  await page.goto(here.link);
  await expect(page.getByText("They will appear here on that day.")).toBeVisible();
});
