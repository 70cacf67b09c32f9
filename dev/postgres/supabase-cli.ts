import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Run by npx: its binary is too big to be everyone's dependency. */
const version = "3.1.0";

/** Runs the Supabase CLI and returns what it writes. */
export async function supabase(parameters: string[]): Promise<string> {
  const { stdout } = await run("npx", ["--yes", `supabase@${version}`, ...parameters], {
    maxBuffer: 64 * 1024 * 1024,
    env: { PGSSLMODE: "disable", DO_NOT_TRACK: "1", ...process.env },
  });
  return stdout;
}
