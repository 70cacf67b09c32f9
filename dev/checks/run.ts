import { spawn } from "node:child_process";

/** Runs a command to its end. Its output is kept, and passed on as it comes where it is `shown`. */
export function run(
  [command = "", ...parameters]: string[],
  { environment = {}, shown = false } = {},
): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...colors, ...process.env, ...environment };
    const child = spawn(command, parameters, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (shown) process.stdout.write(text);
      });
    }
    child.once("error", reject);
    child.once("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

// Through a pipe nobody sees that it ends at a terminal.
const colors = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
