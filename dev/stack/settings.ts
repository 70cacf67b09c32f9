import { resolve } from "node:path";
import { freePort } from "../machine/ports";

/** What a stack runs on. Tests run their own beside yours by setting DATA_DIR and the ports. */
export interface Settings {
  dataDir: string;
  appUrl: string;
  mailboxUrl: string;
  ports: { app: number; smtp: number; mailbox: number; functions: number };
  /** Serve the production build instead of the sources. */
  built: boolean;
}

export const dataDir = resolve(process.env.DATA_DIR ?? ".data");

const wanted = { app: 5173, smtp: 1025, mailbox: 1080, functions: 54331 };

export async function chooseSettings(): Promise<Settings> {
  const ports = {
    app: await choosePort("app", "APP_PORT"),
    smtp: await choosePort("smtp", "SMTP_PORT"),
    mailbox: await choosePort("mailbox", "MAILBOX_PORT"),
    functions: await choosePort("functions", "FUNCTIONS_PORT"),
  };
  return {
    dataDir,
    ports,
    appUrl: `http://localhost:${ports.app}`,
    mailboxUrl: `http://localhost:${ports.mailbox}`,
    built: process.env.SERVE_BUILD === "1",
  };
}

async function choosePort(name: keyof Settings["ports"], variable: string): Promise<number> {
  const port = Number(process.env[variable] ?? wanted[name]);
  const free = await freePort(port);
  if (free !== port) console.log(`Port ${port} is taken (set ${variable}): ${name} on ${free}.`);
  return free;
}
