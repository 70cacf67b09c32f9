import {
  denoEnvironment,
  denoPath,
  functionEntries,
  functionsConfig,
  sharedTests,
} from "../stack/deno";
import { checkDroppedWords } from "./dropped-words";
import { checkImportRules } from "./import-rules";
import { checkLockfile } from "./lockfile";
import type { Tally } from "./tally";

/** What can be said of the code without running it. */
export async function checkCode(tally: Tally): Promise<void> {
  await tally.check("lockfile", checkLockfile);
  await tally.command("lint", ["npx", "biome", "check", "--error-on-warnings"]);
  await tally.check("import rules", checkImportRules);
  await tally.check("dropped words", checkDroppedWords);
  await tally.command("types", ["npx", "tsc"]);
  await tally.command("types in Deno", denoCheck(), denoEnvironment);
  await tally.command("dead code", ["npx", "knip"]);
}

function denoCheck(): string[] {
  const options = ["--quiet", "--frozen", "--config", functionsConfig];
  const scripts = [
    "dev/demo/email-writer.ts",
    "dev/stack/edge-runtime.ts",
    "supabase/functions/_shared/testing/apply-calendars.ts",
    "supabase/functions/tests/support/hosted-worker.ts",
  ];
  const files = [...scripts, ...functionEntries(), ...sharedTests()];
  return [denoPath, "check", ...options, ...files];
}
