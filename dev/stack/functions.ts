import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import { denoEnvironment, denoPath, functionsConfig } from "./deno";
import { secrets } from "./secrets";
import type { Settings } from "./settings";

/** The edge functions in Deno, the runtime that Supabase uses. Output is kept in functions.log too. */
export function startFunctions(settings: Settings) {
  const log = createWriteStream(join(settings.dataDir, "functions.log"));
  let running = Promise.resolve(spawnDeno(settings, log));
  let pending: NodeJS.Timeout | undefined;
  const restart = () => {
    running = running.then(async (child) => {
      await stopProcess(child);
      return spawnDeno(settings, log);
    });
  };
  return {
    /** On its first start Deno fetches the functions' packages. */
    async answer(): Promise<void> {
      const child = await running;
      while (!(await isAnswering(settings.ports.functions))) {
        if (child.exitCode !== null) throw new Error("The edge functions did not start.");
        await new Promise((next) => setTimeout(next, 200));
      }
    },
    /** Editors save several files at once: one restart takes them all up. */
    restartSoon(): void {
      clearTimeout(pending);
      pending = setTimeout(restart, 200);
    },
    async stop(): Promise<void> {
      clearTimeout(pending);
      await stopProcess(await running);
    },
  };
}

const isAnswering = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    () => false,
  );

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}

function spawnDeno(settings: Settings, log: WriteStream): ChildProcess {
  const allowed = ["--allow-net", "--allow-env", "--allow-read", "--allow-sys"];
  const child = spawn(
    denoPath,
    [
      "run",
      "--quiet",
      "--frozen",
      "--config",
      functionsConfig,
      ...allowed,
      "dev/stack/edge-runtime.ts",
    ],
    { env: { ...process.env, ...environment(settings) }, stdio: "pipe" },
  );
  for (const output of [child.stdout, child.stderr]) {
    output.on("data", (text: Buffer) => {
      process.stderr.write(text);
      log.write(text);
    });
  }
  return child;
}

function environment({ ports, appUrl }: Settings): Record<string, string> {
  return {
    ...denoEnvironment,
    // Else React runs its slow development build.
    NODE_ENV: "production",
    PORT: String(ports.functions),
    SUPABASE_URL: appUrl,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    SUPABASE_SECRET_KEY: secrets.secretKey,
    APP_URL: appUrl,
    INTERVIEW_LINK_SECRET: secrets.linkSecret,
    GUEST_JWT_SECRET: secrets.jwtSecret,
    DELIVERY_SECRET: secrets.deliverySecret,
    RESEND_WEBHOOK_SECRET: secrets.webhookSecret,
    SMTP_URL: `smtp://localhost:${ports.smtp}`,
    // Nothing here counts a run's processor time.
    EMAILS_PER_RUN: "200",
  };
}
