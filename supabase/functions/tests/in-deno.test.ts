import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { test } from "vitest";
import { denoEnvironment, denoPath, functionsConfig, sharedTests } from "../../../dev/stack/deno";
import { hostZones } from "./support/clock-changes";

const run = promisify(execFile);

// The shared code is tested in the runtime and with the packages that it ships with; "types in Deno" checks its types.
const clockChanges = "supabase/functions/_shared/clock-changes-test.ts";
test.each(sharedTests().filter((file) => file !== clockChanges))("%s", (file) => runInDeno(file));

test.concurrent.each(hostZones)(
  "clock changes on a computer in %s",
  (TZ) => runInDeno(clockChanges, { TZ }),
  120_000,
);

async function runInDeno(file: string, variables: Record<string, string> = {}) {
  const options = ["--quiet", "--no-check", "--frozen", "--config", functionsConfig, "--allow-all"];
  const environment = { ...process.env, ...denoEnvironment, NO_COLOR: "1", ...variables };
  await run(denoPath, ["test", ...options, file], { env: environment }).catch(
    ({ stdout, stderr }) => {
      throw new Error(`${stdout}${stderr}`);
    },
  );
}
