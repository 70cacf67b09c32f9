import { ensureBrowser } from "./browser";
import { checkBundleBudget } from "./bundle-budget";
import { denoEnvironment, denoPath, functionEntries, functionsConfig } from "./deno";
import { checkLockfile } from "./lockfile";
import { Tally } from "./tally";

ensureBrowser();
const denoCheck = ["check", "--quiet", "--frozen", "--config", functionsConfig];
const denoFiles = ["dev/edge-runtime.ts", ...functionEntries()];

const tally = new Tally();
await tally.check("lockfile", checkLockfile);
await tally.command("lint", "npx", ["biome", "check", "--error-on-warnings"]);
await tally.command("types", "npx", ["tsc"]);
await tally.command("types in Deno", denoPath, [...denoCheck, ...denoFiles], denoEnvironment);
await tally.command("dead code", "npx", ["knip"]);
tally.vitest({ projects: ["unit", "database", "functions"] });
tally.playwright();
await tally.check("bundle budget", () => checkBundleBudget(".data/e2e/app"));
tally.report();
