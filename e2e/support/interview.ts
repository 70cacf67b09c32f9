import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import type { Office } from "./office";
import { expect } from "./test";
import { atNoon, zoneAtNoon } from "./zone";

/** Two interviewers with two students back to back, today, the first interview under way. */
export async function dayWithTwoInterviewers(office: Office) {
  const employer = await office.employer();
  const mark = randomUUID().slice(0, 4);
  const priya = await office.interviewer(employer.id, `Priya ${mark}`);
  const sam = await office.interviewer(employer.id, `Sam ${mark}`);
  const jordan = await office.student(`Jordan ${mark}`);
  const aisha = await office.student(`Aisha ${mark}`);
  const oci = await office.oci(employer.id);
  const schedule = await office.schedule(oci, {
    zone: zoneAtNoon,
    released: true,
    first: atNoon(-10),
    last: atNoon(50),
    interviewers: [priya, sam],
    students: [jordan, aisha],
  });
  return { employer, schedule, priya, sam, jordan, aisha };
}

type Person = { id: string; full_name: string };

/** Opens people's links, each in a browser profile of their own. */
export class Guests {
  readonly #office: Office;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  constructor(office: Office, browser: Browser) {
    this.#office = office;
    this.#browser = browser;
  }

  async open(
    person: Person,
    prepare: (context: BrowserContext) => Promise<void> = async () => {},
  ): Promise<Page> {
    const context = await this.#browser.newContext();
    this.#contexts.push(context);
    await prepare(context);
    const page = await context.newPage();
    await page.goto(await this.#office.reveal(person.id));
    return page;
  }

  /** An interviewer in the room of the interview that is on. */
  async join(person: Person, prepare?: (context: BrowserContext) => Promise<void>): Promise<Page> {
    const page = await this.open(person, prepare);
    await page.getByRole("button", { name: "Join interview" }).click();
    await expect(controls(page)).toBeVisible();
    return page;
  }

  /** A student waiting for their interview. */
  async arrive(
    person: Person,
    prepare?: (context: BrowserContext) => Promise<void>,
  ): Promise<Page> {
    const page = await this.open(person, prepare);
    await page.getByRole("button", { name: "Enter the interview room" }).click();
    await expect(page.getByRole("heading", { name: "You are in the right place" })).toBeVisible();
    return page;
  }

  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}

export const controls = (page: Page) => page.getByRole("region", { name: "Interview controls" });
export const admit = (page: Page, { full_name }: Person) =>
  page.getByRole("button", { name: `Admit ${full_name}` }).click();
const tile = (page: Page, { full_name }: Person) => page.getByRole("figure", { name: full_name });

export async function expectSeen(page: Page, person: Person): Promise<void> {
  const video = tile(page, person).locator("video");
  await expect(video).toBeVisible();
  const first = await picture(video);
  await expect.poll(() => picture(video)).not.toBe(first);
}

/** The fake microphone beeps once a second. */
export async function expectHeard(page: Page, person: Person): Promise<void> {
  const meter = tile(page, person).getByRole("meter");
  await expect
    .poll(() => meter.evaluate((bar: HTMLMeterElement) => bar.value), {
      intervals: [50],
    })
    .toBeGreaterThan(0.1);
}

export const expectGone = (page: Page, person: Person) => expect(tile(page, person)).toHaveCount(0);

/** What a video shows at this moment; an empty string before its first frame. */
function picture(video: Locator): Promise<string> {
  return video.evaluate((element: HTMLVideoElement) => {
    if (element.readyState < 2) return "";
    const canvas = document.createElement("canvas");
    canvas.width = 64;
    canvas.height = 36;
    canvas.getContext("2d")?.drawImage(element, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL();
  });
}

/** Frames of a person's video shown since the page has looked, for telling when it stops and goes on. */
export async function frameCounter(page: Page, person: Person): Promise<() => Promise<number>> {
  const video = tile(page, person).locator("video");
  await expect(video).toBeVisible();
  return () =>
    video.evaluate(
      (element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames,
    );
}
