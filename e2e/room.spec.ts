import type { BrowserContext, Page } from "@playwright/test";
import {
  admit,
  controls,
  dayWithTwoInterviewers,
  expectGone,
  expectHeard,
  expectSeen,
  frameCounter,
  Guests,
} from "./support/interview";
import { NetworkProxy } from "./support/network-proxy";
import type { Office } from "./support/office";
import { test as base, expect, expectAccessible } from "./support/test";

const test = base.extend<{ guests: Guests }>({
  guests: async ({ office, browser }, use) => {
    const guests = new Guests(office, browser);
    await use(guests);
    await guests.leave();
  },
});

test.slow();

/** A browser that never hangs up, whatever the page tells it, and can say what still arrives. */
async function neverHangsUp(context: BrowserContext) {
  await context.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    Object.assign(window, { connections });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(config?: RTCConfiguration) {
        super(config);
        connections.push(this);
      }
      override close() {}
    };
  });
}

const packetsReceived = (page: Page) =>
  page.evaluate(async () => {
    const { connections } = window as unknown as { connections: RTCPeerConnection[] };
    let packets = 0;
    for (const connection of connections) {
      for (const stats of (await connection.getStats()).values()) {
        if (stats.type === "inbound-rtp") packets += stats.packetsReceived;
      }
    }
    return packets;
  });

/** Calls the API as a page does, with all that the page was given. */
function asPage(page: Page) {
  const asked = page.waitForRequest("**/rpc/poll_video_room");
  return async (name: string, args: object = {}) => {
    const request = await asked;
    const { p_slot_id, p_session } = request.postDataJSON();
    const answer = await page.request.post(request.url().replace("poll_video_room", name), {
      headers: await request.allHeaders().then(({ authorization = "", apikey = "" }) => ({
        authorization,
        apikey,
      })),
      data: { p_slot_id, p_session, ...args },
    });
    const body = JSON.parse((await answer.text()) || "null");
    return answer.ok() ? { data: body } : { code: body.code as string };
  };
}

test("an interview: waiting, admitted, two interviewers, and the hand-off that ends it for the student", async ({
  office,
  guests,
}) => {
  const { priya, sam, jordan, aisha } = await dayWithTwoInterviewers(office);
  const student = await guests.arrive(jordan, neverHangsUp);
  await expect(student.getByText(priya.full_name)).toBeVisible();
  await expectAccessible(student, ["dark"]);

  const interviewer = await guests.join(priya);
  await expect(student.getByText("They are here")).toBeVisible();
  await admit(interviewer, jordan);
  await expectSeen(interviewer, jordan);
  await expectSeen(student, priya);
  await expectHeard(interviewer, jordan);
  await expectHeard(student, priya);

  const colleague = await guests.join(sam);
  await expectSeen(colleague, jordan);
  await expectSeen(colleague, priya);
  await expectSeen(student, sam);
  await expectHeard(student, sam);
  await expectAccessible(colleague, ["dark"]);

  const asStudent = asPage(student);
  expect(await asStudent("poll_video_room")).toMatchObject({ data: { you: { role: "student" } } });
  const next = await guests.open(aisha);
  await next.getByRole("button", { name: /^Enter the/ }).click();
  const announced = interviewer.getByText(`The next candidate, ${aisha.full_name}`);
  await expect(announced.first()).toBeVisible();
  await interviewer.getByRole("button", { name: "Next candidate" }).click();

  await expect(student.getByRole("heading", { name: "The interview is over" })).toBeVisible();
  await expectAccessible(student, ["dark"]);
  await expect(colleague.getByText("interview has ended")).toBeVisible();
  await expectGone(colleague, jordan);
  const closed = { code: "closed" };
  expect(await asStudent("poll_video_room")).toEqual(closed);
  expect(await asStudent("join_video_room")).toEqual(closed);
  expect(await asStudent("send_video_room_signals", { p_signals: [] })).toEqual(closed);
  expect(await asStudent("send_video_room_message", { p_body: "Still here" })).toEqual(closed);
  // Their browser keeps its end open: it is the others who no longer send.
  await expect
    .poll(async () => {
      const before = await packetsReceived(student);
      await student.waitForFunction(
        (from) => performance.now() - from > 1_500,
        await student.evaluate(() => performance.now()),
      );
      return (await packetsReceived(student)) - before;
    })
    .toBe(0);

  await admit(interviewer, aisha);
  await expectSeen(interviewer, aisha);
  await expectSeen(next, priya);
  await colleague.getByRole("button", { name: `Go to ${aisha.full_name}` }).click();
  await expectSeen(colleague, aisha);
});

/** One interviewer and the student, in a call. */
async function call(
  office: Office,
  guests: Guests,
  prepare?: (context: BrowserContext) => Promise<void>,
) {
  const people = await dayWithTwoInterviewers(office);
  const student = await guests.arrive(people.jordan, prepare);
  const interviewer = await guests.join(people.priya, prepare);
  await admit(interviewer, people.jordan);
  await expectSeen(interviewer, people.jordan);
  await expectSeen(student, people.priya);
  return { ...people, student, interviewer };
}

test("after five seconds without a network, picture and sound come back", async ({
  office,
  guests,
}) => {
  const network = new NetworkProxy();
  const { student, interviewer, priya, jordan } = await call(office, guests, (context) =>
    network.join(context),
  );
  expect(network.forwarded).toBeGreaterThan(0);
  const frames = [await frameCounter(student, priya), await frameCounter(interviewer, jordan)];
  const count = () => Promise.all(frames.map((each) => each()));
  network.cut();
  await student.context().setOffline(true);
  const cutAt = Date.now();
  await expect
    .poll(async () => {
      const before = await count();
      await new Promise((next) => setTimeout(next, 500));
      return (await count()).join() === before.join();
    })
    .toBe(true);
  await expect(student.getByText(/reconnecting/i).first()).toBeVisible();
  await new Promise((next) => setTimeout(next, cutAt + 5_000 - Date.now()));
  const still = await count();
  network.restore();
  await student.context().setOffline(false);
  await expect
    .poll(async () => (await count()).every((frame, n) => frame > (still[n] ?? 0)), {
      intervals: [100],
    })
    .toBe(true);
  await expectHeard(student, priya);
  await expectHeard(interviewer, jordan);
  await expect(student.getByText(/reconnecting/i)).toHaveCount(0);
  network.close();
});

test("a reload leads back into the interview, and nobody has to admit again", async ({
  office,
  guests,
}) => {
  const { student, interviewer, priya, jordan } = await call(office, guests);
  for (const [page, other, person] of [
    [student, interviewer, priya],
    [interviewer, student, jordan],
  ] as const) {
    await page.reload({ waitUntil: "commit" });
    await expectSeen(page, person);
    await expectSeen(other, person === priya ? jordan : priya);
  }
  await expect(interviewer.getByRole("button", { name: /^Admit/ })).toHaveCount(0);
});

test("a flood of signals, most of them nonsense, is refused past its bound; the call goes on", async ({
  office,
  guests,
}) => {
  const { student, interviewer, priya, jordan } = await call(office, guests);
  const asStudent = asPage(student);
  const { members } = (await asStudent("poll_video_room")).data;
  const { id, session } = members.find(({ role }: { role: string }) => role === "interviewer");
  const bodies = [
    {},
    { from: "nobody", to: null, d: { type: "offer", sdp: "v=0 nonsense" } },
    { from: "nobody", to: null, d: { type: "answer", sdp: "" } },
    { from: "nobody", to: null, c: { candidate: "candidate:nonsense", sdpMid: "0" } },
    { from: [{}], d: 7, c: null },
  ];
  const signals = Array.from({ length: 20 }, (_, n) => ({
    to: id,
    session,
    body: bodies[n % bodies.length],
  }));
  const frames = [await frameCounter(student, priya), await frameCounter(interviewer, jordan)];
  const huge = [{ to: id, session, body: { d: "x".repeat(20_000) } }];
  expect(await asStudent("send_video_room_signals", { p_signals: huge })).toMatchObject({
    code: "malformed",
  });
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => asStudent("send_video_room_signals", { p_signals: signals })),
  );
  const taken = answers.filter(({ code }) => !code).length;
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThanOrEqual(600 / signals.length);
  expect(answers.filter(({ code }) => code === "too_much")).toHaveLength(40 - taken);

  const before = await Promise.all(frames.map((count) => count()));
  for (const [n, count] of frames.entries()) {
    await expect.poll(count).toBeGreaterThan((before[n] ?? 0) + 20);
  }
  await expectHeard(student, priya);
  await expect(student.getByText(/reconnecting/i)).toHaveCount(0);
  await expect(interviewer.getByText(/reconnecting/i)).toHaveCount(0);
});

test("chat, devices and leaving, by keyboard, and read by others", async ({ office, guests }) => {
  const { student, interviewer, jordan, priya } = await call(office, guests);
  await student.getByRole("button", { name: "Chat" }).focus();
  await student.keyboard.press("Enter");
  await student.keyboard.type("My camera may freeze");
  await student.keyboard.press("Enter");
  await expect(
    interviewer.getByText(`${jordan.full_name} writes: My camera may freeze`),
  ).toBeVisible();
  await interviewer.getByRole("button", { name: "Chat, 1 unread" }).click();
  await expect(interviewer.getByRole("listitem").filter({ hasText: "may freeze" })).toBeVisible();
  await expectAccessible(interviewer, ["dark"]);
  await interviewer.keyboard.press("Escape");
  await expect(interviewer.getByRole("button", { name: "Chat" })).toBeFocused();

  await student.keyboard.press("Escape");
  await student.getByRole("button", { name: "Camera" }).press("Space");
  await expect(student.getByRole("button", { name: "Camera" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
  await expect(
    interviewer.getByRole("figure", { name: jordan.full_name }).locator("video"),
  ).toHaveCount(0);
  await student.getByRole("button", { name: "Microphone" }).press("Space");
  await expect(
    interviewer.getByRole("figure", { name: jordan.full_name }).getByText("Muted"),
  ).toBeVisible();
  await student.getByRole("button", { name: "Camera" }).press("Space");
  await expectSeen(interviewer, jordan);

  await student.setViewportSize({ width: 360, height: 640 });
  await expectAccessible(student, ["dark"]);
  for (const name of ["Microphone", "Camera", "Chat", "Choose devices", "Leave"]) {
    await expect(student.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  await student.getByRole("button", { name: "Leave" }).click();
  await expect(interviewer.getByText(`${jordan.full_name} left.`)).toBeVisible();
  await expectGone(interviewer, jordan);
  await student.getByRole("button", { name: "Enter the interview room" }).click();
  await expectSeen(student, priya);
  await student.goBack();
  await expect(student.getByRole("button", { name: "Enter the interview room" })).toBeVisible();
  await expectGone(interviewer, jordan);
  await student.goForward();
  await expectSeen(student, priya);
});

test("the room opened in another tab, and a link that was reset", async ({ office, guests }) => {
  const { student, interviewer, jordan, priya } = await call(office, guests);
  const second = await guests.open(jordan);
  await second.getByRole("button", { name: "Enter the interview room" }).click();
  await expectSeen(second, priya);
  await expect(student.getByRole("heading", { name: "opened elsewhere" })).toBeVisible();
  await student.getByRole("button", { name: "Use this one instead" }).click();
  await expectSeen(student, priya);
  await expect(second.getByRole("heading", { name: "opened elsewhere" })).toBeVisible();

  await office.api.rpc("reset_access_link", { p_person_id: jordan.id }).throwOnError();
  await expect(student.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
  await expectGone(interviewer, jordan);
  await expect(controls(interviewer)).toBeVisible();
});

test("camera, microphone, speaker and network are checked before the day", async ({
  office,
  browser,
}) => {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const oci = await office.oci(employer.id);
  await office.schedule(oci, { day: 1, interviewers: [priya], released: true });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await office.reveal(priya.id));
  await page.getByRole("button", { name: "Check camera and microphone" }).click();
  await expect(page.getByText("Video can be sent directly")).toBeVisible();
  await expect(page.getByText("The camera works")).toBeVisible();
  const meter = page.getByRole("meter", { name: "Microphone level" });
  await expect
    .poll(() => meter.evaluate((bar: HTMLMeterElement) => bar.value), { intervals: [50] })
    .toBeGreaterThan(0.1);
  await page.getByRole("button", { name: "Play a test tone" }).click();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(page.getByText("Turn up the volume")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await expectAccessible(page, ["light"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Back to your page" }).click();
  await expect(page.getByText("They will appear here on that day.")).toBeVisible();
  await context.close();
});

test("a refused camera says what to do in this browser; inside an app the way out is offered", async ({
  office,
  browser,
}) => {
  const employer = await office.employer();
  const priya = await office.interviewer(employer.id, "Priya Example");
  const oci = await office.oci(employer.id);
  await office.schedule(oci, { day: 1, interviewers: [priya], released: true });
  const context = await browser.newContext({
    userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148 [LinkedInApp]",
  });
  await context.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    navigator.mediaDevices.getUserMedia = refuse;
  });
  const page = await context.newPage();
  await page.goto(await office.reveal(priya.id));
  await page.getByRole("button", { name: "Check camera and microphone" }).click();
  await expect(page.getByText("Camera is not allowed")).toBeVisible();
  await expect(page.getByText(/Settings ▸ Apps ▸ Safari, set the camera/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy the link" })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
