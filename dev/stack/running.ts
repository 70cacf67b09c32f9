import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "./settings";

export interface Running extends Pick<Settings, "appUrl" | "mailboxUrl" | "databaseUrl"> {
  pid: number;
  ready: boolean;
}

const fileIn = (dataDir: string) => join(dataDir, "stack.json");

/** Two stacks on one database would ruin it: the first to come keeps the others out. */
export function refuseWhenRunning(dataDir: string): void {
  const running = readRunning(dataDir);
  if (!running) return;
  console.error(`Already running at ${running.appUrl} (process ${running.pid}): stop that first,`);
  console.error("or set DATA_DIR to another folder to run a second one beside it.");
  process.exit(1);
}

export function announceRunning(settings: Settings, ready: boolean): void {
  const { appUrl, mailboxUrl, databaseUrl, dataDir } = settings;
  const running: Running = { pid: process.pid, ready, appUrl, mailboxUrl, databaseUrl };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileIn(dataDir), JSON.stringify(running));
}

export function forgetRunning(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** The stack that runs in this folder, if one does. */
export function readRunning(dataDir: string): Running | undefined {
  try {
    const running: Running = JSON.parse(readFileSync(fileIn(dataDir), "utf8"));
    return isAlive(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}
