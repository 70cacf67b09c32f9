import { toDate } from "../../lib/dates/format-date";
import type { IceServers } from "../room-api";

const renewBefore = 5 * 60_000;
const longestWait = 1_500;
const retryAfter = 30_000;

export interface IceConfig {
  current(): RTCConfiguration;
  /** Renews what is about to expire; never keeps anyone waiting for long, and never fails. */
  refresh(now: number): Promise<void>;
}

/** Where to find a way through firewalls: short-lived credentials, asked for anew in time. */
export function createIceConfig(ask: () => Promise<IceServers>): IceConfig {
  let servers: IceServers | null = null;
  let asking: Promise<void> | null = null;
  let failedAt = 0;

  function isGood(now: number): boolean {
    if (!servers) return false;
    return !servers.expiresAt || toDate(servers.expiresAt).getTime() - now > renewBefore;
  }

  async function renew() {
    try {
      servers = await ask();
    } catch {
      // On one network the browsers find each other without.
      failedAt = Date.now();
    } finally {
      asking = null;
    }
  }

  return {
    current: () => ({ iceServers: servers?.iceServers ?? [], bundlePolicy: "max-bundle" }),
    async refresh(now) {
      if (isGood(now) || Date.now() - failedAt < retryAfter) return;
      asking ??= renew();
      await Promise.race([asking, new Promise((next) => setTimeout(next, longestWait))]);
    },
  };
}
