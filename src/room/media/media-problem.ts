import type { Browser } from "./browser";

export type Device = "camera" | "microphone";
/** Why a device gives nothing; `ended`: it was unplugged or taken away while it was on. */
export type MediaProblem = "denied" | "not_found" | "in_use" | "unsupported" | "ended";

export function problemOf(error: unknown): MediaProblem {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "not_found";
  return name === "TypeError" ? "unsupported" : "in_use";
}

const settings: Record<Browser, string> = {
  chrome: "Click the icon left of the address, switch {device} on, and reload the page.",
  edge: "Click the lock left of the address, allow {device}, and reload the page.",
  firefox:
    "Click the crossed-out icon in the address bar, remove the block for {device}, and reload the page.",
  safari:
    "In the menu bar choose Safari ▸ Settings ▸ Websites, allow {device} for this site, and reload the page.",
  ios: "In the iPhone’s or iPad’s Settings ▸ Apps ▸ Safari, set {device} to Allow, and reload the page.",
  android: "Touch the icon left of the address, then Permissions, allow {device}, and reload.",
  other: "Allow {device} for this site in the browser’s settings, and reload the page.",
};

/** What is wrong with a device and what helps, in this browser. */
export function explainProblem(
  problem: MediaProblem,
  device: Device,
  browser: Browser,
): { title: string; fix: string } {
  const title = `${device === "camera" ? "Camera" : "Microphone"} ${states[problem]}`;
  if (problem === "denied") {
    const fix = settings[browser].replace("{device}", `the ${device}`);
    return { title, fix: `${fix} If it stays off, check this computer’s privacy settings.` };
  }
  if (problem === "not_found") {
    return { title, fix: `Plug a ${device} in, or open the page on a device that has one.` };
  }
  if (problem === "unsupported") {
    return { title, fix: "Open this page in a current Chrome, Edge, Firefox or Safari." };
  }
  if (problem === "ended") {
    return { title, fix: `Connect the ${device} again, or choose another below.` };
  }
  return {
    title,
    fix: `Close other programs and tabs that use the ${device}, such as Zoom or Teams, then try again.`,
  };
}

const states: Record<MediaProblem, string> = {
  denied: "is not allowed",
  not_found: "not found",
  in_use: "is in use elsewhere",
  unsupported: "cannot be used in this browser",
  ended: "was disconnected",
};
