import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { test } from "vitest";
import { denoEnvironment, denoPath, functionsConfig, sharedTests } from "../../../dev/stack/deno";

const run = promisify(execFile);

// The shared code is tested in the runtime and with the packages that it ships with; "types in Deno" checks its types.
test.each(sharedTests())("%s", async (file) => {
  const options = ["--quiet", "--no-check", "--frozen", "--config", functionsConfig, "--allow-all"];
  const environment = { ...process.env, ...denoEnvironment, NO_COLOR: "1" };
  await run(denoPath, ["test", ...options, file], { env: environment }).catch(
    ({ stdout, stderr }) => {
      throw new Error(`${stdout}${stderr}`);
    },
  );
});
