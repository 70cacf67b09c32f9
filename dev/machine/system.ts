import { spawnSync } from "node:child_process";

export const isRoot = process.getuid?.() === 0;

/** Installs a package of Debian, where that is possible without asking anybody. */
export function installFromDebian(name: string): boolean {
  return aptGet(["update", "-q"]) && aptGet([...install, name]);
}

function aptGet(parameters: string[]): boolean {
  return isRoot ? run("apt-get", parameters) : run("sudo", ["-n", "apt-get", ...parameters]);
}

export function run(command: string, parameters: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, parameters, { stdio: "inherit", env }).status === 0;
}

const install = ["install", "-qy", "--no-install-recommends"];
