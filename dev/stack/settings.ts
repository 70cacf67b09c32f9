import { resolve } from "node:path";
import { freePort } from "../machine/ports";

/** What a stack runs on. A second one beside yours sets DATA_DIR, and finds other ports. */
export interface Settings {
  dataDir: string;
  appUrl: string;
  mailboxUrl: string;
  /** A PostgreSQL server's database instead of the embedded one. */
  databaseUrl?: string;
  ports: { app: number; smtp: number; mailbox: number; functions: number };
  /** Serve the production build instead of the sources. */
  built: boolean;
}

export const dataDir = resolve(process.env.DATA_DIR ?? ".data");

type Ports = Settings["ports"];

const usualPorts: Ports = { app: 5173, smtp: 1025, mailbox: 1080, functions: 54331 };

/** The end-to-end tests' stack runs beside yours. */
export const e2e = {
  dataDir: resolve(process.env.E2E_DATA_DIR ?? ".data/e2e"),
  ports: { app: 5573, smtp: 5625, mailbox: 5680, functions: 5731 },
};

export async function chooseSettings(place = { dataDir, ports: usualPorts }): Promise<Settings> {
  const wanted: Ports = place.ports;
  const choose = (name: keyof Ports, variable: string) => choosePort(name, variable, wanted[name]);
  const ports = {
    app: await choose("app", "APP_PORT"),
    smtp: await choose("smtp", "SMTP_PORT"),
    mailbox: await choose("mailbox", "MAILBOX_PORT"),
    functions: await choose("functions", "FUNCTIONS_PORT"),
  };
  return {
    dataDir: place.dataDir,
    ports,
    appUrl: `http://localhost:${ports.app}`,
    mailboxUrl: `http://localhost:${ports.mailbox}`,
    built: process.env.SERVE_BUILD === "1",
  };
}

async function choosePort(name: string, variable: string, wanted: number): Promise<number> {
  const port = Number(process.env[variable] ?? wanted);
  const free = await freePort(port);
  if (free !== port) console.log(`Port ${port} is taken (set ${variable}): ${name} on ${free}.`);
  return free;
}
