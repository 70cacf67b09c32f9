import { readFileSync } from "node:fs";

interface Lockfile {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

/** npm leaves out what a registry does not have yet for some platform, and then refuses `npm ci`. */
export function checkLockfile(): void {
  const { packages }: Lockfile = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const locked = new Set(Object.keys(packages).map((path) => path.split("node_modules/").pop()));
  const wanted = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  const missing = wanted.filter((name) => !locked.has(name));
  if (missing.length > 0) throw new Error(`package-lock.json lacks ${missing.join(", ")}`);
}
