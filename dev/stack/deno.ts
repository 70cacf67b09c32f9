import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

const installer: { runInstall(): string } = createRequire(import.meta.url)("deno/install_api.cjs");

/** Where the Deno of this project is: started directly, so that a signal reaches it. */
export const denoPath = installer.runInstall();

export const functionsConfig = "supabase/functions/deno.json";

// Deno would otherwise take the packages of the app for those of the functions.
export const denoEnvironment = { DENO_NO_PACKAGE_JSON: "1", DENO_NO_UPDATE_CHECK: "1" };

export const functionEntries = (): string[] =>
  readdirSync("supabase/functions")
    .map((name) => `supabase/functions/${name}/index.ts`)
    .filter((path) => existsSync(path));

const shared = "supabase/functions/_shared";

/** Tests that run in Deno, of what the functions share. */
export const sharedTests = (): string[] =>
  readdirSync(shared, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("-test.ts"))
    .map((path) => `${shared}/${path}`);
