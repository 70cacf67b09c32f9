import { type Browser, chromium, type Page } from "@playwright/test";
import { createServer } from "vite";
import { installedBrowser } from "../dev/machine/browser";
import { isRoot } from "../dev/machine/system";
import setUp from "../dev/stack/e2e-stack";
import { dayWithTwoInterviewers } from "../e2e/support/interview";
import { Office } from "../e2e/support/office";

/**
 * The room's promises in figures: npx tsx bench/room-joins.ts [joins] [collisions]
 * A join: from the press on Join, in a page just opened, to the first frame of the other's camera.
 * A bare pair: in a page just opened, from getUserMedia to the first frame between two connections.
 */
const [joins = 100, collisions = 200] = process.argv.slice(2).map(Number);

async function measureJoins(browser: Browser): Promise<void> {
  const office = await Office.open();
  const { priya, sam } = await dayWithTwoInterviewers(office);
  const host = await browser.newPage();
  await host.goto(await office.reveal(priya.id));
  await host.getByRole("button", { name: "Join interview" }).click();
  await host.getByRole("region", { name: "Interview controls" }).waitFor();
  const link = await office.reveal(sam.id);
  const [bare, joined]: [number[], number[]] = [[], []];
  for (let n = 0; n < joins; n += 1) {
    bare.push(await inFreshPage(browser, "/interview", barePair));
    const time = await inFreshPage(browser, link, joinRoom).catch(() => null);
    if (time !== null) joined.push(time);
  }
  await host.close();
  const ratio = median(joined) / median(bare);
  console.log(`Joins: ${joined.length} of ${joins} connected.`);
  console.log(`Join to first frame: ${summary(joined)}. A bare pair: ${summary(bare)}.`);
  console.log(`Ratio of the medians: ${ratio.toFixed(2)}, at most 2.`);
}

async function inFreshPage(
  browser: Browser,
  address: string,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const context = await browser.newContext({ baseURL: process.env.APP_URL ?? "" });
  try {
    // tsx names the functions it passes on by a helper that pages do not have.
    await context.addInitScript("globalThis.__name = (named) => named");
    const page = await context.newPage();
    await page.goto(address);
    return await measure(page);
  } finally {
    await context.close();
  }
}

async function joinRoom(page: Page): Promise<number> {
  const button = page.getByRole("button", { name: "Join interview" });
  await button.waitFor();
  const frame = page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        let from = 0;
        addEventListener(
          "click",
          ({ timeStamp }) => {
            from ||= timeStamp;
          },
          true,
        );
        const seen = new WeakSet<Element>();
        const look = () => {
          for (const video of document.querySelectorAll<HTMLVideoElement>(
            "figure[data-role] video",
          )) {
            if (seen.has(video)) continue;
            seen.add(video);
            video.requestVideoFrameCallback((now) => resolve(now - from));
          }
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
        setTimeout(() => reject(new Error("No picture after 30 s")), 30_000);
      }),
  );
  await button.click();
  const time = await frame;
  await page.getByRole("button", { name: "Leave" }).click();
  await button.waitFor();
  return time;
}

function barePair(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const from = performance.now();
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 24 } },
    });
    const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
    here.onicecandidate = ({ candidate }) => candidate && there.addIceCandidate(candidate);
    there.onicecandidate = ({ candidate }) => candidate && here.addIceCandidate(candidate);
    const video = document.createElement("video");
    video.muted = true;
    video.autoplay = true;
    document.body.append(video);
    const frame = new Promise<number>((resolve) => video.requestVideoFrameCallback(resolve));
    there.ontrack = ({ streams }) => {
      video.srcObject = streams[0] ?? null;
    };
    for (const track of stream.getTracks()) here.addTrack(track, stream);
    await here.setLocalDescription();
    await there.setRemoteDescription(here.localDescription as RTCSessionDescription);
    await there.setLocalDescription();
    await here.setRemoteDescription(there.localDescription as RTCSessionDescription);
    return (await frame) - from;
  });
}

async function measureCollisions(browser: Browser): Promise<void> {
  const server = await createServer({
    configFile: false,
    server: { port: 0, host: "127.0.0.1", hmr: false, watch: null },
    logLevel: "error",
  });
  await server.listen();
  const page = await browser.newPage();
  await page.goto(`${server.resolvedUrls?.local[0]}bench/room/index.html`);
  await page.waitForFunction(() => "roomBench" in window);
  for (const name of ["collide", "renegotiate", "nonsense"] as const) {
    const figures: unknown = await page.evaluate(`roomBench.${name}(${collisions})`);
    console.log(`${meanings[name]}, ${collisions} times: ${JSON.stringify(figures)}`);
  }
  await server.close();
}

const meanings = {
  collide: "Two enter at once and both offer",
  renegotiate: "Both restart ICE at once in a call",
  nonsense: "Malformed and oversized signals into a call",
};

const sorted = (times: number[]) => [...times].sort((a, b) => a - b);
const median = (times: number[]) => sorted(times)[Math.floor(times.length / 2)] ?? Number.NaN;

function summary(times: number[]): string {
  const at = (share: number) => Math.round(sorted(times)[Math.floor(times.length * share)] ?? 0);
  return `median ${at(0.5)} ms, 90th ${at(0.9)} ms, slowest ${at(0.999)} ms`;
}

const stop = await setUp();
const executablePath = installedBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    ...(isRoot ? ["--no-sandbox"] : []),
  ],
});
try {
  await measureJoins(browser);
  await measureCollisions(browser);
} finally {
  await browser.close();
  await stop();
}
