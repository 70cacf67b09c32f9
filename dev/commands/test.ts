import { checkBundleBudget } from "../checks/bundle-budget";
import { checkSchema } from "../checks/schema";
import { checkCode } from "../checks/static";
import { Tally } from "../checks/tally";
import { ensureBrowser, ensureFastBrowser } from "../machine/browser";
import { ensureTurnServer } from "../machine/turn-server";
import { findServer, startServer } from "../postgres/postgres-server";

/** With what has to be installed or fetched first: PostgreSQL, coturn, a faster browser, the Supabase CLI. */
const complete = process.argv.includes("--complete");

if (complete) {
  ensureFastBrowser();
  ensureTurnServer();
} else {
  ensureBrowser();
}
const server = complete ? await startServer() : await findServer();
process.once("exit", () => server?.stop());

const tally = new Tally();
await Promise.all([checks(), tests()]);
await tally.playwright();
await tally.check("bundle budget", () => checkBundleBudget(".data/e2e/app"));
if (complete) await tally.vitest(["relay"], environment());
tally.report();

async function checks(): Promise<void> {
  await checkCode(tally);
  if (complete && server) await checkSchema(tally, server.url);
}

/** Where there is a server, PGlite is only tried for what could differ. */
function tests(): Promise<void> {
  const projects = ["unit", "functions", "database"];
  return tally.vitest(server ? [...projects, "pglite"] : projects, environment());
}

function environment(): object {
  return server ? { TEST_DATABASE_URL: server.url } : {};
}
