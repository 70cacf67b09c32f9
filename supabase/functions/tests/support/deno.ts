import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { denoEnvironment, denoPath, functionsConfig } from "../../../../dev/stack/deno";

/** The functions in Deno, as in the embedded stack, with their output kept. */
export async function startDeno(environment: Record<string, string>) {
  const port = await anyPort();
  const child = spawn(
    denoPath,
    ["run", "--quiet", "--config", functionsConfig, "--allow-all", "dev/stack/edge-runtime.ts"],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        ...denoEnvironment,
        ...environment,
        PORT: String(port),
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await answers(url, () => child.exitCode !== null && output);
  return {
    url,
    pid: child.pid,
    output: () => output,
    async kill() {
      if (child.exitCode !== null || child.signalCode) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function answers(url: string, failed: () => string | false) {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response) return void (await response.body?.cancel());
    const words = failed();
    if (words !== false) throw new Error(`Deno has ended: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function anyPort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
