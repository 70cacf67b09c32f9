import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { parseISO } from "date-fns";
import { actsOf, type Day, focus, newRoom, notice, openDay, row } from "./support/changing-day";
import { addDocument, pdf } from "./support/documents";
import { Guests } from "./support/interview";
import type { Office } from "./support/office";
import { expect, expectAccessible, test } from "./support/test";
import { zoneAtNoon } from "./support/zone";

/** A change must be seen so soon, in ms, on a page that is looked at. */
const soon = { timeout: 5_000 };

test("whatever the office changes is seen on open pages within five seconds", async ({
  browser,
  office,
}) => {
  const day = await openDay(office);
  const { priya, sam, jordan, aisha, employer, first, second, third } = day;
  const noor = await office.student(`Noor ${randomUUID().slice(0, 4)}`);
  const acts = actsOf(office, day);
  const guests = new Guests(office, browser);
  const page = await guests.open(priya);
  const students = await guests.open(jordan);
  await expect(focus(page, jordan.full_name)).toBeVisible();
  await expect(focus(students, employer.name)).toBeVisible();
  const heading = (of: Page, name: string) => of.getByRole("heading", { name });
  const transcript = { id: "" };
  const [room, other] = [newRoom(), newRoom()];

  const changes: [string, () => PromiseLike<unknown>, () => Promise<unknown>][] = [
    [
      "a student is assigned",
      () => acts.assign(third, noor),
      () => expect(row(page, noor.full_name)).toBeVisible(soon),
    ],
    [
      "two students swap places",
      () =>
        office.api
          .rpc("swap_students", { p_slot_id: second, p_other_slot_id: third })
          .throwOnError(),
      () => expect(notice(page, `${noor.full_name}: now`)).toBeVisible(soon),
    ],
    [
      "a student is taken off",
      () => acts.assign(third),
      () => expect(row(page, aisha.full_name)).toHaveCount(0, soon),
    ],
    [
      "a student is replaced",
      async () => {
        await acts.assign(second);
        await acts.assign(second, aisha);
      },
      async () => {
        await expect(row(page, aisha.full_name)).toBeVisible(soon);
        await expect(row(page, noor.full_name)).toHaveCount(0, soon);
      },
    ],
    [
      "a slot is later",
      () => acts.move(second, 25),
      () => expect(notice(page, `${aisha.full_name}: now`)).toBeVisible(soon),
    ],
    [
      "a slot is removed",
      () => office.api.rpc("remove_slot", { p_slot_id: third }).throwOnError(),
      () => expect(notice(page, "Removed: Open")).toBeVisible(soon),
    ],
    [
      "it takes place in a room",
      () => acts.change({ format: "in_person", video: null, location: room }),
      async () => {
        await expect(focus(page, jordan.full_name).getByText(room)).toBeVisible(soon);
        await expect(focus(students, employer.name).getByText(room)).toBeVisible(soon);
      },
    ],
    [
      "it takes place in another room",
      () => acts.change({ location: other }),
      () => expect(focus(students, employer.name).getByText(other)).toBeVisible(soon),
    ],
    [
      "it takes place at the employer's meeting",
      () =>
        acts.change({
          format: "virtual",
          location: null,
          video: "external",
          meeting_url: "https://meet.employer.example/1",
        }),
      () =>
        expect(page.getByRole("link", { name: /^Join interview/ })).toHaveAttribute(
          "href",
          "https://meet.employer.example/1",
          soon,
        ),
    ],
    [
      "the meeting has another URL",
      () => acts.change({ meeting_url: "https://meet.employer.example/2" }),
      () =>
        expect(students.getByRole("link", { name: /^Join interview/ })).toHaveAttribute(
          "href",
          "https://meet.employer.example/2",
          soon,
        ),
    ],
    [
      "the day is canceled",
      () => acts.cancel(true),
      async () => {
        await expect(heading(page, "Your interviews are canceled")).toBeVisible(soon);
        await expect(heading(students, "Your interviews are canceled")).toBeVisible(soon);
      },
    ],
    [
      "the day is restored",
      () => acts.cancel(false),
      async () => {
        await expect(focus(page, jordan.full_name)).toBeVisible(soon);
        await expect(focus(students, employer.name)).toBeVisible(soon);
      },
    ],
    [
      "the release is withdrawn",
      () => acts.release(false),
      async () => {
        await expect(heading(page, "Nothing is scheduled for you")).toBeVisible(soon);
        await expect(heading(students, "Nothing is scheduled for you")).toBeVisible(soon);
      },
    ],
    [
      "the day is released",
      () => acts.release(true),
      async () => {
        await expect(focus(page, jordan.full_name)).toBeVisible(soon);
        await expect(focus(students, employer.name)).toBeVisible(soon);
      },
    ],
    [
      "a slot gets an interviewer of its own",
      () => acts.takenBy(second, sam),
      () => expect(row(page, aisha.full_name)).toHaveCount(0, soon),
    ],
    [
      "a slot gets a second interviewer",
      () => acts.takenBy(second, priya, sam),
      () => expect(row(page, aisha.full_name)).toContainText(sam.full_name, soon),
    ],
    [
      "an interviewer is taken off",
      () => acts.takeOff(sam),
      async () => {
        await expect(page.getByText(sam.full_name)).toHaveCount(0, soon);
        await expect(focus(students, employer.name)).not.toContainText(sam.full_name, soon);
      },
    ],
    [
      "an interviewer is assigned",
      () => acts.add(sam),
      () => expect(focus(students, employer.name)).toContainText(sam.full_name, soon),
    ],
    [
      "a document is added",
      async () => {
        transcript.id = await addDocument(office, jordan.id, "transcript", pdf("Transcript.pdf"));
      },
      () => expect(focus(page, jordan.full_name).getByText("Transcript").first()).toBeVisible(soon),
    ],
    [
      "a document is removed",
      () => office.api.rpc("remove_document", { p_id: transcript.id }).throwOnError(),
      () => expect(focus(page, jordan.full_name).getByText("Transcript")).toHaveCount(0, soon),
    ],
    [
      "a student is renamed",
      () =>
        office.api
          .from("students")
          .update({ full_name: `${aisha.full_name} Khan` })
          .eq("id", aisha.id)
          .throwOnError(),
      () => expect(row(page, `${aisha.full_name} Khan`)).toBeVisible(soon),
    ],
    [
      "an employer is renamed",
      () =>
        office.api
          .from("employers")
          .update({ name: `${employer.name} LLP` })
          .eq("id", employer.id)
          .throwOnError(),
      () => expect(focus(students, `${employer.name} LLP`)).toBeVisible(soon),
    ],
    [
      "the first slot is free",
      () => acts.assign(first),
      async () => {
        await expect(focus(page, jordan.full_name)).toHaveCount(0, soon);
        await expect(heading(students, "Nothing is scheduled for you")).toBeVisible(soon);
      },
    ],
  ];
  for (const [name, act, isSeen] of changes) {
    await test.step(name, async () => {
      await act();
      await isSeen();
    });
  }
  await guests.leave();
});

test("after a network cut, what changed meanwhile is seen within five seconds", async ({
  browser,
  office,
}) => {
  const day = await openDay(office);
  const acts = actsOf(office, day);
  const guests = new Guests(office, browser);
  const page = await guests.open(day.priya);
  const context = page.context();
  await expect(focus(page, day.jordan.full_name)).toBeVisible();
  const server = "**/rest/v1/rpc/**";
  const cuts: Record<"cut" | "restore", () => Promise<unknown>>[] = [
    { cut: () => context.setOffline(true), restore: () => context.setOffline(false) },
    {
      cut: () => page.route(server, (route) => route.abort()),
      restore: () => page.unroute(server),
    },
  ];
  for (let n = 0; n < 10; n += 1) {
    await test.step(`cut ${n + 1}`, async () => {
      const network = cuts[n % 2];
      const room = newRoom();
      await network?.cut();
      await expect(page.getByText(/retrying/)).toBeVisible();
      await acts.change({ format: "in_person", video: null, location: room });
      await network?.restore();
      await expect(focus(page, day.jordan.full_name).getByText(room)).toBeVisible(soon);
      await expect(page.getByText(/retrying/)).toHaveCount(0);
    });
  }
  await guests.leave();
});

test("a change is marked and announced, and everything else stays as it was", async ({
  page,
  office,
}) => {
  const day = await openDay(office);
  const { jordan, aisha, priya, second } = day;
  const acts = actsOf(office, day);
  const later = await office.schedule(await office.oci(day.employer.id), {
    zone: zoneAtNoon,
    day: 3,
    released: true,
    interviewers: [priya],
  });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(await office.reveal(priya.id));
  await page.getByText("Add to calendar").click();
  await page.getByRole("button", { name: "Download .ics" }).focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  expect(before).toBeGreaterThan(0);

  await acts.move(second, 25);
  const mark = row(page, aisha.full_name).getByText("Changed");
  await expect(mark).toBeVisible(soon);
  await expect(
    notice(page, `${aisha.full_name}: now ${await clockOf(office, day, second)}`),
  ).toBeVisible();
  await expect(focus(page, jordan.full_name).getByText("Changed")).toHaveCount(0);
  expect(await scrolled()).toBe(before);
  await expect(page.getByRole("button", { name: "Download .ics" })).toBeFocused();
  await expectAccessible(page);

  await page.getByRole("heading", { name: "Also coming up" }).click();
  await expect(mark).toHaveCount(0);
  await expect(notice(page, aisha.full_name)).toHaveCount(0);

  await office.api
    .rpc("cancel_schedule", { p_schedule_id: later, p_canceled: true })
    .throwOnError();
  await expect(notice(page, "Canceled:")).toBeVisible(soon);
  await acts.assign(second);
  await expect(notice(page, `Removed: ${aisha.full_name}`)).toBeVisible(soon);
  await expect(row(page, aisha.full_name)).toHaveCount(0);
});

test("a mark goes once it was seen for some seconds", async ({ page, office }) => {
  const day = await openDay(office);
  const acts = actsOf(office, day);
  await page.clock.install();
  await page.goto(await office.reveal(day.priya.id));
  await expect(focus(page, day.jordan.full_name)).toBeVisible();
  await acts.assign(day.second);
  await acts.assign(day.third, day.aisha);
  const mark = row(page, day.aisha.full_name).getByText("Changed");
  await expect(mark).toBeVisible(soon);
  await page.clock.runFor(10_000);
  await expect(mark).toHaveCount(0);
  await expect(notice(page, day.aisha.full_name)).toHaveCount(0);
});

/** A slot's start as the page writes it: "12:35 PM". */
async function clockOf(office: Office, { schedule }: Pick<Day, "schedule">, slot: string) {
  const { starts_at = "" } = (await office.slots(schedule)).find(({ id }) => id === slot) ?? {};
  return new Intl.DateTimeFormat("en-US", { timeZone: zoneAtNoon, timeStyle: "short" })
    .format(parseISO(starts_at))
    .replace("\u202f", " ");
}
