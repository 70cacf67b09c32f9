import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";
import { atNoon, zoneAtNoon } from "./support/zone";

const dataDir = process.env.E2E_DATA_DIR ?? ".data/e2e";

/** The built file that a source file became. */
function chunkOf(source: string): string {
  const manifest = JSON.parse(readFileSync(`${dataDir}/app/.vite/manifest.json`, "utf8"));
  return `**/${manifest[source].file}`;
}

/** Lets a chunk fail the first `times` times; answers how often the page itself was asked for since. */
async function breakChunk(page: Page, source: string, times = Number.POSITIVE_INFINITY) {
  let left = times;
  let documents = 0;
  await page.route(chunkOf(source), (route) => (left-- > 0 ? route.abort() : route.continue()));
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) documents += 1;
  });
  return {
    documents: () => documents,
    repair: () => page.unroute(chunkOf(source)),
  };
}

const failure = (page: Page) => page.getByRole("heading", { name: "This page did not load" });
const tryAgain = (page: Page) => page.getByRole("button", { name: "Try again", exact: true });

async function interviewDay(office: Office) {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const jordan = await office.student("Jordan Example");
  const oci = await office.oci(employer.id);
  await office.schedule(oci, {
    zone: zoneAtNoon,
    released: true,
    first: atNoon(-10),
    last: atNoon(50),
    interviewers: [priya],
    students: [jordan],
  });
  return { employer, priya, jordan };
}

test("a guest whose page lost its code is shown an error and whom to ask", async ({
  page,
  office,
}) => {
  const { employer, priya } = await interviewDay(office);
  const chunk = await breakChunk(page, "src/guest/app.tsx");
  await page.goto(await office.reveal(priya.id));
  await expect(failure(page)).toBeVisible();
  await expect(page.getByText("Need help?")).toContainText("@");
  expect(chunk.documents()).toBe(2);
  await expectAccessible(page);
  await chunk.repair();
  await tryAgain(page).click();
  await expect(page.getByRole("heading", { name: employer.name })).toBeVisible();
});

test("a guest page opened across a deployment loads the new version by itself", async ({
  page,
  office,
}) => {
  const { employer, priya } = await interviewDay(office);
  const chunk = await breakChunk(page, "src/guest/app.tsx", 1);
  await page.goto(await office.reveal(priya.id));
  await expect(page.getByRole("heading", { name: employer.name })).toBeVisible();
  expect(chunk.documents()).toBe(2);
});

test("a student's page that lost its code says so", async ({ page, office }) => {
  const { jordan } = await interviewDay(office);
  const chunk = await breakChunk(page, "src/guest/pages/student-page.tsx");
  await page.goto(await office.reveal(jordan.id));
  const unreachable = page.getByRole("heading", { name: "The server cannot be reached" });
  await expect(unreachable).toBeVisible();
  await expect(page.getByText("Need help?")).toContainText("@");
  await expect.poll(chunk.documents).toBe(2);
  await chunk.repair();
  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(page.getByRole("button", { name: "Enter the interview room" })).toBeVisible();
});

test("a room that lost its code leaves the page where it was, with a way in", async ({
  page,
  office,
}) => {
  const { priya } = await interviewDay(office);
  const chunk = await breakChunk(page, "src/guest/room/guest-room.tsx");
  await page.goto(await office.reveal(priya.id));
  await page.getByRole("button", { name: "Join interview" }).click();
  await expect(failure(page)).toBeVisible();
  await chunk.repair();
  await tryAgain(page).click();
  await expect(page.getByRole("region", { name: "Interview controls" })).toBeVisible();
});

test("a device check that lost its code says so", async ({ page, office }) => {
  const { priya } = await interviewDay(office);
  const chunk = await breakChunk(page, "src/guest/room/guest-check.tsx");
  await page.goto(await office.reveal(priya.id));
  await page.getByRole("button", { name: "Check camera and microphone" }).click();
  await expect(failure(page)).toBeVisible();
  await chunk.repair();
  await tryAgain(page).click();
  await expect(page.getByRole("heading", { name: "Camera and microphone" })).toBeVisible();
});

test("a guest page that throws is not white", async ({ page, office }) => {
  const { employer, priya } = await interviewDay(office);
  const experience = "**/rest/v1/rpc/interview_experience";
  await page.route(experience, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), schedules: [{}] } });
  });
  await page.goto(await office.reveal(priya.id));
  await expect(failure(page)).toBeVisible();
  await expect(page.getByText("Need help?")).toContainText("@");
  await page.unroute(experience);
  await tryAgain(page).click();
  await expect(page.getByRole("heading", { name: employer.name })).toBeVisible();
});

test("a page whose first script does not come says so", async ({ page }) => {
  await breakChunk(page, "index.html");
  await page.goto("/interview");
  await expect(page.getByText("This page is taking a long time to load.")).toBeVisible();
});

test("a dashboard that lost its code says so, and opens on Try again", async ({
  adminPage: page,
}) => {
  const chunk = await breakChunk(page, "src/staff/app/app.tsx");
  await page.goto("/admin/ocis");
  await expect(failure(page)).toBeVisible();
  expect(chunk.documents()).toBe(2);
  await chunk.repair();
  await tryAgain(page).click();
  await expect(page.getByRole("heading", { name: "OCI Management" })).toBeVisible();
});

test("a page of the dashboard that lost its code keeps the navigation", async ({ adminPage }) => {
  await adminPage.goto("/admin");
  const chunk = await breakChunk(adminPage, "src/staff/features/students/student-list-page.tsx");
  await adminPage.getByRole("link", { name: "Students" }).click();
  await expect(
    adminPage.getByRole("heading", { name: "This page could not be shown" }),
  ).toBeVisible();
  expect(chunk.documents()).toBe(1);
  await expect(adminPage.getByRole("navigation", { name: "Main" })).toBeVisible();
  await chunk.repair();
  await tryAgain(adminPage).click();
  await expect(adminPage.getByRole("heading", { name: "Students" })).toBeVisible();
});

test("a tab opened before a deployment goes on to the page it was asked for", async ({
  adminPage,
}) => {
  await adminPage.goto("/admin");
  await breakChunk(adminPage, "src/staff/features/students/student-list-page.tsx", 1);
  await adminPage.getByRole("link", { name: "Students" }).click();
  await expect(adminPage.getByRole("heading", { name: "Students" })).toBeVisible();
});

test("staff reach a room that lost its code on Try again", async ({ adminPage, office }) => {
  const { jordan } = await interviewDay(office);
  const { data: slot } = await office.api
    .from("slots")
    .select("id")
    .eq("student_id", jordan.id)
    .single()
    .throwOnError();
  const chunk = await breakChunk(adminPage, "src/staff/features/video-rooms/video-room-page.tsx");
  await adminPage.goto(`/admin/rooms/${slot.id}`);
  await expect(
    adminPage.getByRole("heading", { name: "This page could not be shown" }),
  ).toBeVisible();
  await chunk.repair();
  await tryAgain(adminPage).click();
  await expect(adminPage.getByRole("region", { name: "Interview controls" })).toBeVisible();
});

test("a page of the dashboard that throws keeps the navigation", async ({ adminPage }) => {
  await adminPage.route("**/rest/v1/rpc/live_board*", (route) =>
    route.fulfill({ json: { interviews: [{}] } }),
  );
  await adminPage.goto("/admin");
  await adminPage.getByRole("link", { name: "Today" }).click();
  await expect(
    adminPage.getByRole("heading", { name: "This page could not be shown" }),
  ).toBeVisible();
  await expect(adminPage.getByRole("navigation", { name: "Main" })).toBeVisible();
});
