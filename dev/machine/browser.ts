import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installFromDebian, isRoot, run } from "./system";

/** Chromium without windows: tests take two thirds of the time in it. */
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macChrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** A browser that is there already: the one at CHROMIUM_PATH, else one on the path. */
export function installedBrowser(): string | undefined {
  const directories = (process.env.PATH ?? "").split(delimiter);
  const paths = names.flatMap((name) => directories.map((directory) => join(directory, name)));
  return process.env.CHROMIUM_PATH || [...paths, macChrome].find((path) => existsSync(path));
}

/** Sees to it that Playwright has a browser: an installed one, its own, or Debian's. */
export function ensureBrowser(): void {
  if (installedBrowser()) return;
  const dependencies = isRoot ? ["--with-deps"] : [];
  if (run("npx", ["playwright", "install", ...dependencies, "--only-shell", "chromium"])) return;
  if (installFromDebian(shell)) return;
  throw new Error("No browser: install Chromium or Chrome, or set CHROMIUM_PATH.");
}

/** Sees to it that the tests have the fastest browser that can be had here. */
export function ensureFastBrowser(): void {
  const isFast = process.env.CHROMIUM_PATH || installedBrowser()?.endsWith(shell);
  if (!isFast && !installFromDebian(shell)) ensureBrowser();
}
