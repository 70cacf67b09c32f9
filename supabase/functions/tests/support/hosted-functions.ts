import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { denoEnvironment, denoPath, functionsConfig } from "../../../../dev/stack/deno";
import { processorTime } from "./processor-time";

/** What Supabase allows one run, in seconds. */
const hostedLimits = { processor: 2, wall: 150 };

/** Its status where a run was ended before it answered. */
const resourceLimit = 546;

export interface Run {
  name: string;
  /** In seconds, from the start of its process: reading and compiling the code included. */
  processor: number;
  wall: number;
  killed: boolean;
}

/**
 * The functions as a hosted project runs them: a process for each call, which ends with its answer
 * and what it handed to EdgeRuntime.waitUntil, and is killed at the limits. Its processor time is
 * that of all threads, and so more than what a project counts.
 */
export async function startHostedFunctions(
  environment: Record<string, string>,
  limits = hostedLimits,
) {
  const runs: Run[] = [];
  const running = new Map<ChildProcess, Promise<void>>();
  let output = "";

  /** Resolves with the port once it listens; undefined: it was killed before. */
  function startWorker(name: string): Promise<number | undefined> {
    const started = performance.now();
    const wall = () => (performance.now() - started) / 1000;
    const child = spawn(
      denoPath,
      [
        ...["run", "--quiet", "--no-check", "--config", functionsConfig, "--allow-all"],
        ...["supabase/functions/tests/support/hosted-worker.ts", name],
      ],
      {
        env: { ...process.env, NODE_ENV: "production", ...denoEnvironment, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    const run: Run = { name, processor: 0, wall: 0, killed: false };
    const watch = setInterval(() => {
      run.processor = processorTime(child.pid) || run.processor;
      if (run.processor <= limits.processor && wall() <= limits.wall) return;
      run.killed = true;
      child.kill("SIGKILL");
    }, 20);
    return new Promise((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const { port, processor }: { port?: number; processor?: number } = line.startsWith("{")
          ? JSON.parse(line)
          : {};
        if (port) resolve(port);
        if (processor) run.processor = processor;
      });
      const end = once(child, "close").then(() => {
        clearInterval(watch);
        running.delete(child);
        runs.push({ ...run, wall: wall() });
        resolve(undefined);
      });
      running.set(child, end);
    });
  }

  async function answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
    const path = request.url ?? "";
    const body = await text(request);
    const port = await startWorker(path.split("/")[3] ?? "");
    if (!port) return { status: resourceLimit, body: "" };
    const { method } = request;
    const url = `http://127.0.0.1:${port}${path}`;
    const response = await fetch(url, { method, headers: headersOf(request), body }).catch(
      () => null,
    );
    return response
      ? { status: response.status, body: await response.text() }
      : { status: resourceLimit, body: "" };
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all(running.values());
  }

  const server = createServer(async (request, response) => {
    if (request.url === "/idle") {
      await idle();
      return response.end();
    }
    const { status, body } = await answer(request);
    response.writeHead(status, { "Content-Type": "application/json" }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    runs,
    output: () => output,
    async kill() {
      for (const child of running.keys()) child.kill("SIGKILL");
      await idle();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type HostedFunctions = Awaited<ReturnType<typeof startHostedFunctions>>;

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const names = ["authorization", "content-type", "x-delivery-secret"];
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])),
  );
}
