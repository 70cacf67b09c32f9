import { execFileSync } from "node:child_process";

/** Run by npx: its binary is too big to be everyone's dependency. */
const version = "3.1.0";

/** Runs the Supabase CLI and returns what it writes. */
export function supabase(parameters: string[]): string {
  return execFileSync("npx", ["--yes", `supabase@${version}`, ...parameters], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { PGSSLMODE: "disable", DO_NOT_TRACK: "1", ...process.env },
  });
}
