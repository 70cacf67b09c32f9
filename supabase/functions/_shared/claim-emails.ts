import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { call } from "./database.ts";
import type { SendTime } from "./rate-limiter.ts";

const claims = z.array(
  z.object({
    email_id: z.uuid(),
    lease_id: z.uuid(),
    payload: z.unknown(),
    wait_ms: z.int(),
  }),
);

export interface Claim extends Omit<z.infer<typeof claims>[number], "wait_ms"> {
  sendTime: SendTime;
}

// A single email need not wait for others; of thousands, many come at once.
const sizes = { first: 5, most: 80 };

interface Limits {
  /** No email is claimed after this moment. */
  until: number;
  /** How many emails altogether. */
  atMost: number;
  /** How many the mail provider takes; null: as many as there are. */
  perSecond: number | null;
  /** Of an email that may be sent in so many ms. */
  sendTimeAfter: (delay: number) => SendTime;
}

/** Due emails one by one, claimed in batches, each batch while the one before is being sent. */
export function openClaims(
  database: PostgrestClient,
  { until, atMost, perSecond, sendTimeAfter }: Limits,
) {
  const waiting: Claim[] = [];
  let size = sizes.first;
  let left = atMost;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    const wanted = Math.min(size, left);
    const parameters = { p_limit: wanted, p_per_second: perSecond };
    const asked = Date.now();
    const found = await call(database, "claim_emails", parameters, claims);
    // The database counts from when it was asked.
    const spent = Date.now() - asked;
    waiting.push(
      ...found.map(({ wait_ms, ...claim }) => ({
        ...claim,
        sendTime: sendTimeAfter(wait_ms - spent),
      })),
    );
    left = found.length === 0 || (perSecond === null && found.length < wanted) ? 0 : left - wanted;
    size = Math.min(size * 2, sizes.most);
  }

  /** Whoever waits for a claim hears if it fails. */
  function claimMore(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    async next(): Promise<Claim | undefined> {
      while (waiting.length === 0) {
        if (left === 0 || Date.now() >= until) return undefined;
        await claimMore();
      }
      const claim = waiting.shift();
      if (waiting.length < size / 4 && left > 0 && Date.now() < until) claimMore().catch(() => {});
      return claim;
    },
  };
}
