import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { freePort } from "./ports";
import { installFromDebian } from "./system";

export interface TurnServer {
  /** As TURN_URLS and TURN_SECRET say it to the function turn-credentials. */
  urls: string;
  secret: string;
  stop(): Promise<void>;
}

const program = "turnserver";
const isInstalled = () => spawnSync(program, ["--version"]).error === undefined;

/** Sees to it that coturn is there: an installed one, else Debian's. */
export function ensureTurnServer(): void {
  if (isInstalled() || (installFromDebian("coturn") && isInstalled())) return;
  throw new Error("No coturn here, so relayed calls cannot be tested: install coturn.");
}

/** A real coturn on this machine alone, with a secret of its own. */
export async function startTurnServer(): Promise<TurnServer> {
  const port = await freePort(34780);
  const secret = randomBytes(24).toString("base64");
  const server = spawn(program, [
    "-n",
    "--listening-ip=127.0.0.1",
    "--relay-ip=127.0.0.1",
    `--listening-port=${port}`,
    "--min-port=49160",
    "--max-port=49400",
    "--allow-loopback-peers",
    "--use-auth-secret",
    `--static-auth-secret=${secret}`,
    "--realm=campus-interviews",
    "--no-tls",
    "--no-dtls",
    "--no-cli",
    "--pidfile=",
    "--log-file=stdout",
    "--simple-log",
  ]);
  await untilListening(server, port);
  return {
    urls: `turn:127.0.0.1:${port}?transport=udp`,
    secret,
    async stop() {
      server.kill();
      if (server.exitCode === null) await once(server, "exit");
    },
  };
}

async function untilListening(server: ChildProcess, port: number): Promise<void> {
  let output = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on("data", (text) => {
      output += text;
    });
  }
  while ((await freePort(port)) === port) {
    if (server.exitCode !== null) throw new Error(`coturn did not start:\n${output}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
