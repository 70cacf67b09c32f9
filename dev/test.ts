import { ensureBrowser } from "./browser";
import { checkBundleBudget } from "./bundle-budget";
import { denoEnvironment, denoPath, functionEntries, functionsConfig } from "./deno";
import { Tally } from "./tally";

ensureBrowser();
const denoOptions = ["--quiet", "--frozen", "--config", functionsConfig];
const denoFiles = ["dev/edge-runtime.ts", ...functionEntries()];

const tally = new Tally();
tally.command("lint", "npx", ["biome", "check", "--error-on-warnings"]);
tally.command("types", "npx", ["tsc"]);
tally.command("types in Deno", denoPath, ["check", ...denoOptions, ...denoFiles], denoEnvironment);
tally.command("dead code", "npx", ["knip"]);
tally.vitest();
tally.deno([...denoOptions, "--allow-all", "supabase/functions/_shared"]);
tally.playwright();
tally.check("bundle budget", () => checkBundleBudget(".data/e2e/app"));
tally.report();
