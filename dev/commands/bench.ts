import { spawnSync } from "node:child_process";
import { startServer } from "../postgres/postgres-server";

const server = await startServer();
const measure = [
  "vitest",
  "run",
  "--config",
  "bench/vitest.config.ts",
  "--root",
  ".",
  ...process.argv.slice(3),
];
const env = { ...process.env, TEST_DATABASE_URL: server.url };
const { status } = spawnSync("npx", measure, { stdio: "inherit", env });
server.stop();
process.exit(status ?? 1);
