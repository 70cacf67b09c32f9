import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import {
  addDocument,
  documentOf,
  drop,
  type File,
  fetchFile,
  fileStatus,
  pdf,
  tokenOf,
} from "./support/documents";
import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";
import { atNoon, zoneAtNoon } from "./support/zone";

const documents = (page: Page) => page.getByRole("region", { name: "Documents" });
const document = (page: Page, name: string) =>
  documents(page).getByRole("row").filter({ hasText: name });

async function choose(page: Page, file: File, press?: () => Promise<void>) {
  const choosing = page.waitForEvent("filechooser");
  await (press?.() ?? page.getByRole("button", { name: "Choose a file" }).click());
  await (await choosing).setFiles(file);
}

async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const downloading = page.waitForEvent("download");
  await press();
  return downloading;
}

type Person = Awaited<ReturnType<Office["student"]>>;

const bytes = async (download: Download) => readFile(await download.path());

/** An interview of a student with an employer that is on now, and the way to the employer's page. */
async function interviewNow(office: Office, students: Person[], wishes = {}) {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const schedule = await office.schedule(await office.oci(employer.id), {
    zone: zoneAtNoon,
    released: true,
    first: atNoon(-10),
    last: atNoon(50),
    interviewers: [priya],
    students,
    ...wishes,
  });
  return { employer, priya, schedule, link: await office.reveal(priya.id) };
}

test("a résumé is uploaded, saved, replaced and removed", async ({ adminPage: page, office }) => {
  const student = await office.student("Jordan Example");
  await page.goto(`/admin/students/${student.id}`);
  await expect(documents(page).getByText("None yet.")).toBeVisible();
  await expect(documents(page).getByText("A PDF or Word file of at most 10 MB.")).toBeVisible();
  await expectAccessible(page);

  const first = pdf("Jordan CV.pdf");
  await choose(page, first);
  await expect(page.getByRole("dialog")).toContainText("Jordan CV.pdf");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Upload" }).click();
  await expect(document(page, "Jordan CV.pdf")).toContainText("Résumé");
  const download = await saved(page, () =>
    page.getByRole("button", { name: "Download Jordan CV.pdf" }).click(),
  );
  expect(download.suggestedFilename()).toBe("Jordan CV.pdf");
  expect(await bytes(download)).toEqual(first.buffer);
  const formerId = await documentOf(office, student.id);

  const second = pdf("Jordan CV 2.pdf");
  await choose(page, second, async () => {
    await page.getByRole("button", { name: "Actions for Jordan CV.pdf" }).click();
    await page.getByRole("menuitem", { name: "Replace with another file" }).click();
  });
  await expect(page.getByText(/It replaces “Jordan CV.pdf”/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Replace" }).click();
  await expect(document(page, "Jordan CV 2.pdf")).toBeVisible();
  await expect(document(page, "Jordan CV.pdf")).toHaveCount(0);
  const id = await documentOf(office, student.id);
  expect(await fileStatus(office, formerId)).toBe(400);
  expect(await fileStatus(office, id)).toBe(200);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);

  await page.getByRole("button", { name: "Actions for Jordan CV 2.pdf" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove document" }).click();
  await expect(documents(page).getByText("None yet.")).toBeVisible();
  expect(await fileStatus(office, id)).toBe(400);
});

test("what is no document is refused before it is sent, with what to do", async ({
  adminPage: page,
  office,
}) => {
  const student = await office.student("Jordan Example");
  await page.goto(`/admin/students/${student.id}`);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/storage/v1/")) sent.push(request.url());
  });
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  const large = Buffer.concat([Buffer.from("%PDF-1.4"), Buffer.alloc(11 * 1024 * 1024)]);
  for (const [refused, message] of [
    [file("page.pdf", html), /“page.pdf” is not a PDF file/],
    [file("page.html", html), /“page.html” is neither a PDF nor a Word file/],
    [file("scan.pdf", large), /“scan.pdf” is larger than 10 MB/],
  ] as const) {
    await choose(page, refused);
    await expect(documents(page).getByRole("alert")).toContainText(message);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  expect(sent).toEqual([]);
  await expectAccessible(page);
});

test("a connection that breaks leaves no document, and the upload can be tried again", async ({
  adminPage: page,
  office,
}) => {
  const student = await office.student("Jordan Example");
  await page.goto(`/admin/students/${student.id}`);
  await page.route("**/rest/v1/rpc/save_document", (route) => route.abort());
  const uploaded = page.waitForResponse((answer) => answer.url().includes("/object/documents/"));
  await choose(page, pdf("Jordan CV.pdf"));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Upload" }).click();
  await expect(dialog.getByRole("alert")).toContainText("could not be reached");
  const lost = new URL((await uploaded).url()).pathname.split("/").at(-1) ?? "";
  expect(await fileStatus(office, lost)).toBe(400);
  await page.unroute("**/rest/v1/rpc/save_document");
  await dialog.getByRole("button", { name: "Upload" }).click();
  await expect(document(page, "Jordan CV.pdf")).toBeVisible();
});

test("a viewer saves documents and changes none", async ({ viewerPage: page, office }) => {
  const student = await office.student("Jordan Example");
  const file = pdf("Jordan CV.pdf");
  await addDocument(office, student.id, "resume", file);
  await page.goto(`/admin/students/${student.id}`);
  const download = await saved(page, () =>
    page.getByRole("button", { name: "Download Jordan CV.pdf" }).click(),
  );
  expect(await bytes(download)).toEqual(file.buffer);
  await expect(page.getByRole("button", { name: "Choose a file" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Actions for/ })).toHaveCount(0);
  await page.goto(`/admin/students?q=${student.email}`);
  await expect(page.getByRole("row", { name: "Jordan Example" })).toContainText("On file");
});

test("on the day an interviewer saves the student's documents, byte for byte", async ({
  page,
  office,
}) => {
  const jordan = await office.student("Jordan Example");
  const aisha = await office.student("Aisha Example");
  const file = pdf("Jordan CV.pdf");
  await addDocument(office, jordan.id, "resume", file);
  await addDocument(office, aisha.id, "transcript", pdf("Aisha.pdf"));
  const { link } = await interviewNow(office, [jordan, aisha]);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(link);
  const download = await saved(page, () =>
    page.getByRole("button", { name: /^Résumé of Jordan Example/ }).click(),
  );
  expect(download.suggestedFilename()).toBe("Jordan CV.pdf");
  expect(await bytes(download)).toEqual(file.buffer);
  await expect(page.getByRole("button", { name: /^Transcript of Aisha Example/ })).toBeVisible();
  await expectAccessible(page);
});

test("a cover letter is dropped, and shown to the employer it is for and to no other", async ({
  adminPage: page,
  office,
}) => {
  const jordan = await office.student("Jordan Example");
  const here = await interviewNow(office, [jordan]);
  const elsewhere = await interviewNow(office, [jordan], { first: atNoon(20), last: atNoon(50) });
  await page.goto(`/admin/students/${jordan.id}`);
  await drop(page, documents(page).getByText("Drop a résumé"), pdf("Cover letter.pdf"));
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: "Cover letter" })).toBeChecked();
  await dialog.getByRole("button", { name: /Written for/ }).click();
  await page.getByRole("option", { name: here.employer.name }).click();
  await dialog.getByRole("button", { name: "Upload" }).click();
  await expect(document(page, "Cover letter.pdf")).toContainText(`for ${here.employer.name}`);

  await page.goto(here.link);
  const letter = page.getByRole("button", { name: /^Cover letter of Jordan Example/ });
  await expect(letter).toBeVisible();
  await page.goto("about:blank");
  await page.goto(elsewhere.link);
  await expect(page.getByRole("region", { name: "Jordan Example" })).toBeVisible();
  await expect(letter).toHaveCount(0);
  const id = await documentOf(office, jordan.id);
  expect((await fetchFile(id, await tokenOf(here.link))).status).toBe(200);
  expect((await fetchFile(id, await tokenOf(elsewhere.link))).status).toBe(400);
});

test("nobody else fetches it: another employer, the day before, a reset link, no token, no URL", async ({
  page,
  office,
}) => {
  const jordan = await office.student("Jordan Example");
  await addDocument(office, jordan.id, "resume", pdf("Jordan CV.pdf"));
  const id = await documentOf(office, jordan.id);
  const { link, priya } = await interviewNow(office, [jordan]);
  const other = await interviewNow(office, [await office.student("Someone Else")]);
  const early = await interviewNow(office, [jordan], { day: 1 });
  const token = await tokenOf(link);

  expect((await fetchFile(id, token)).status).toBe(200);
  for (const refused of [await tokenOf(other.link), await tokenOf(early.link), undefined]) {
    const answer = await fetchFile(id, refused);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain("%PDF");
  }
  await page.goto(`/storage/v1/object/documents/${id}`);
  await expect(page.locator("body")).toContainText("not found");

  await office.api.rpc("reset_access_link", { p_person_id: priya.id }).throwOnError();
  expect((await fetchFile(id, token)).status).toBe(400);
});

test("a page that is taken for a PDF is saved, and never runs", async ({ page, office }) => {
  const jordan = await office.student("Jordan Example");
  const lie = {
    name: "Jordan CV.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("<!doctype html><script>document.title = 'it ran'</script>"),
  };
  await addDocument(office, jordan.id, "resume", lie);
  const { link } = await interviewNow(office, [jordan]);
  await page.goto(link);
  const download = await saved(page, () =>
    page.getByRole("button", { name: /^Résumé of Jordan Example/ }).click(),
  );
  expect(download.suggestedFilename()).toBe("Jordan CV.pdf");
  expect(page.context().pages()).toHaveLength(1);
  await expect(page).toHaveTitle(/Jordan Example/);
});
