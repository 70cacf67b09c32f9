import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { type Running, readRunning } from "./running";

const dataDir = resolve(process.env.E2E_DATA_DIR ?? ".data/e2e");

/** Playwright's global setup: a stack of its own, fresh, serving the production build. */
export default async function setUp(): Promise<() => Promise<void>> {
  await rm(dataDir, { recursive: true, force: true });
  const stack = spawn(process.execPath, ["dev/run.mjs", "start"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const running = await untilReady(() => stack.exitCode);
  process.env.APP_URL = running.appUrl;
  process.env.MAILBOX_URL = running.mailboxUrl;
  return async () => {
    stack.kill();
    await once(stack, "exit");
  };
}

const environment = {
  DATA_DIR: dataDir,
  SERVE_BUILD: "1",
  APP_PORT: "5573",
  SMTP_PORT: "5625",
  MAILBOX_PORT: "5680",
  FUNCTIONS_PORT: "5731",
};

async function untilReady(exitCode: () => number | null): Promise<Running> {
  for (;;) {
    const running = readRunning(dataDir);
    if (running?.ready) return running;
    if (exitCode() !== null) throw new Error("The stack for the end-to-end tests did not start.");
    await new Promise((next) => setTimeout(next, 200));
  }
}
