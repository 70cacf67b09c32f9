import { checkBundleBudget } from "../checks/bundle-budget";
import { checkImportRules } from "../checks/import-rules";
import { checkLockfile } from "../checks/lockfile";
import { Tally } from "../checks/tally";
import { ensureBrowser } from "../machine/browser";
import { denoEnvironment, denoPath, functionEntries, functionsConfig } from "../stack/deno";

ensureBrowser();
const denoCheck = ["check", "--quiet", "--frozen", "--config", functionsConfig];
const denoFiles = ["dev/stack/edge-runtime.ts", ...functionEntries()];

const tally = new Tally();
await tally.check("lockfile", checkLockfile);
await tally.command("lint", "npx", ["biome", "check", "--error-on-warnings"]);
await tally.check("import rules", checkImportRules);
await tally.command("types", "npx", ["tsc"]);
await tally.command("types in Deno", denoPath, [...denoCheck, ...denoFiles], denoEnvironment);
await tally.command("dead code", "npx", ["knip"]);
tally.vitest({ projects: ["unit", "database", "functions"] });
tally.playwright();
await tally.check("bundle budget", () => checkBundleBudget(".data/e2e/app"));
tally.report();
