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
  let child = spawnDeno(settings, log);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.stdin?.end();
    child.kill();
    await once(child, "exit");
  };
  return {
    stop,
    async restart(): Promise<void> {
      await stop();
      child = spawnDeno(settings, log);
    },
  };
}

function spawnDeno(settings: Settings, log: WriteStream): ChildProcess {
  const allowed = ["--allow-net", "--allow-env", "--allow-read", "--allow-sys"];
  const child = spawn(
    denoPath,
    ["run", "--quiet", "--frozen", "--config", functionsConfig, ...allowed, "dev/edge-runtime.ts"],
    { env: { ...process.env, ...environment(settings) }, stdio: ["pipe", "pipe", "pipe"] },
  );
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.pipe(to, { end: false });
    from.pipe(log, { end: false });
  }
  return child;
}

function environment({ ports, appUrl }: Settings): Record<string, string> {
  return {
    ...denoEnvironment,
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
  };
}
