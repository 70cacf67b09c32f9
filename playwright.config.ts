import { defineConfig, devices } from "@playwright/test";
import { installedBrowser } from "./dev/machine/browser";
import { isRoot } from "./dev/machine/system";

const executablePath = installedBrowser();
const lookingBack = "no-token-left.spec.ts";
const rooms = ["room.spec.ts", "office-words.spec.ts"];
const longest = "unsaved-work.spec.ts";
const measured = [
  "import-size.spec.ts",
  "live-board-rooms.spec.ts",
  "page-return.spec.ts",
  "sending.spec.ts",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: ".data/e2e-results",
  globalSetup: "./dev/stack/e2e-stack.ts",
  fullyParallel: true,
  workers: 4,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 45_000 },
  projects: [
    // One after another in one worker: begun last, it would keep the others waiting.
    { name: "longest", testMatch: longest },
    {
      name: "tasks",
      testIgnore: [lookingBack, longest, ...rooms, ...measured],
      teardown: "looking back",
    },
    // A room codes video, and has to wait less than a call can bear. The office's words stand in everyone's emails.
    { name: "rooms", testMatch: rooms, dependencies: ["longest", "tasks"], workers: 2 },
    // What measures how soon a page answers wants the processor for itself; a pause holds everyone's emails.
    { name: "measured", testMatch: measured, dependencies: ["rooms"], workers: 1 },
    { name: "looking back", testMatch: lookingBack },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.APP_URL,
    // A trace takes a copy of the page at every step: TRACE=1 asks for them.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    // What moves while it appears is clicked where it was, or scrolled to and thereby closed.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--disable-background-networking",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream=fps=10",
        ...(isRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
});
