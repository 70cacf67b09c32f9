// Runs on bare Node: `node dev/run.mjs start` makes sure of Node and packages, then runs dev/commands/start.ts.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Campus Interviews needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

if (!isInstalled()) {
  console.log("Installing packages…");
  const install = spawnSync("npm", ["ci"], { stdio: "inherit" });
  if (install.status !== 0) process.exit(install.status ?? 1);
}

const { register } = await import("tsx/esm/api");
register();
await import(`./commands/${process.argv[2]}.ts`);

function isInstalled() {
  const wanted = packagesIn("package-lock.json");
  const present = packagesIn("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || present[path]?.version === entry.version,
  );
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, "utf8")).packages;
  } catch {
    return {};
  }
}
