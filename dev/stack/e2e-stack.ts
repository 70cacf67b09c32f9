import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Running, readRunning } from "./running";
import { e2e } from "./settings";

/** Playwright's global setup: the stack that `npm run e2e-stack` keeps up, else a fresh one serving the build. */
export default async function setUp(): Promise<() => Promise<void>> {
  const kept = readRunning(e2e.dataDir);
  if (kept?.ready) {
    publish(kept);
    return async () => {};
  }
  const stack = spawn(process.execPath, ["dev/run.mjs", "e2e-stack"], {
    env: { ...process.env, SERVE_BUILD: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  publish(await untilReady(() => stack.exitCode));
  return async () => {
    stack.kill();
    await once(stack, "exit");
  };
}

/** Tells the tests where everything is. */
function publish({ appUrl, mailboxUrl, databaseUrl }: Running): void {
  Object.assign(process.env, { APP_URL: appUrl, MAILBOX_URL: mailboxUrl });
  if (databaseUrl) process.env.DATABASE_URL = databaseUrl;
}

async function untilReady(exitCode: () => number | null): Promise<Running> {
  for (;;) {
    const running = readRunning(e2e.dataDir);
    if (running?.ready) return running;
    if (exitCode() !== null) throw new Error("The stack for the end-to-end tests did not start.");
    await new Promise((next) => setTimeout(next, 200));
  }
}
