import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";

/** An interviewer's link, and the token in it. */
async function invite(office: Office) {
  const employer = await office.employer();
  const { id } = await office.interviewer(employer.id, "Priya Example");
  const link = await office.reveal(id);
  return { id, link, token: new URL(link).hash.slice(1) };
}

const greeting = { name: /Priya/, level: 1 };

test("a link opens however it was mangled on its way, and then the URL is the link as it was sent", async ({
  page,
  office,
}) => {
  const { link, token } = await invite(office);
  for (const path of [
    `/interview%23${token}`,
    `/Interview#${token}`,
    `/INTERVIEW/%2523${token}`,
    `/interview/?utm_source=mail#${token}`,
    `/interview?%23${token}&utm_source=mail`,
    `/interview#=${token}).`,
    `/interview#${token.slice(0, 40)}%0D%0A${token.slice(40)}%20`,
    `//interview%23${token}?fbclid=a`,
  ]) {
    await page.goto("about:blank");
    await page.goto(process.env.APP_URL + path);
    await expect(page.getByRole("heading", greeting), path).toBeVisible();
    expect(page.url()).toBe(link);
  }
});

test("the URL stays as it came until the link has opened", async ({ page, office }) => {
  const { link, token } = await invite(office);
  await page.route("**/functions/v1/**", (route) => route.abort());
  await page.goto(`/interview%23${token}`);
  await expect(page.getByRole("heading", { name: "cannot be reached" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/interview%23${token}`);
  await page.unroute("**/functions/v1/**");
  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(page.getByRole("heading", greeting)).toBeVisible();
  expect(page.url()).toBe(link);
});

for (const [what, path, title] of [
  ["without its end", "/interview", "Your interview page"],
  ["with parameters instead of its end", "/interview?utm_source=mail", "This link is not valid"],
  ["cut off", "/interview#q8Zf0aXk", "This link is not valid"],
] as const) {
  test(`a link that came ${what} is pasted from the email`, async ({ page, office }) => {
    const { link, token } = await invite(office);
    await page.goto(path);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expectAccessible(page);
    const field = page.getByLabel("Paste the link from the email");
    const open = page.getByRole("button", { name: "Open my interview page" });

    await field.fill(link.slice(0, -1));
    await open.click();
    await expect(field).toHaveAccessibleDescription(/does not work/);
    await expect(field).toBeFocused();
    await expectAccessible(page);
    expect(page.url()).toBe(process.env.APP_URL + path);

    await field.fill(
      `My button leads to https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05 and does not open.`,
    );
    await open.click();
    await expect(page.getByRole("heading", greeting)).toBeVisible();
    expect(new URL(page.url()).hash).toBe(`#${token}`);
  });
}

test("a pasted link that the server could not judge is said to be that, and stays in its field", async ({
  page,
  office,
}) => {
  const { link } = await invite(office);
  await page.goto("/interview");
  await page.route("**/functions/v1/**", (route) => route.abort());
  const field = page.getByLabel("Paste the link from the email");
  await field.fill(link);
  await field.press("Enter");
  await expect(page.getByRole("alert").getByText(/could not be reached/)).toBeVisible();
  await expect(field).toHaveValue(link);
  await page.unroute("**/functions/v1/**");
  await field.press("Enter");
  await expect(page.getByRole("heading", greeting)).toBeVisible();
});
