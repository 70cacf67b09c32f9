import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import { test } from "vitest";
import { denoEnvironment, denoPath, functionsConfig } from "../../../dev/stack/deno";

const run = promisify(execFile);

const shared = "supabase/functions/_shared";
const files = readdirSync(shared, { recursive: true, encoding: "utf8" });

// The shared code is tested in the runtime and with the packages that it ships with.
test.each(files.filter((file) => file.endsWith("-test.ts")))("%s", async (file) => {
  const options = ["--quiet", "--frozen", "--config", functionsConfig, "--allow-all"];
  const environment = { ...process.env, ...denoEnvironment, NO_COLOR: "1" };
  await run(denoPath, ["test", ...options, `${shared}/${file}`], { env: environment }).catch(
    ({ stdout, stderr }) => {
      throw new Error(`${stdout}${stderr}`);
    },
  );
});
