/** Beyond this an email goes back to the outbox, in ms: it would outlast its lease here. */
const longest = 20_000;

/** When an email may be sent, in ms without the holds. */
export type SendTime = number;

/**
 * Spaces emails out: each is sent at its time, none while the provider takes none, and none too close
 * behind one that was late. A hold moves all times behind it.
 * @param perSecond how many the provider takes; null: any number.
 */
export function openRateLimiter(perSecond: number | null) {
  const distance = perSecond === null ? 0 : 1000 / perSecond;
  let lastLeft = 0;
  let heldUntil = 0;
  let heldFor = 0;

  return {
    /** @param delay in ms from now. */
    after: (delay: number): SendTime => Date.now() + delay - heldFor,
    /** @param seconds for which the provider takes no more. */
    hold(seconds: number): void {
      const until = Date.now() + seconds * 1000;
      if (until <= heldUntil) return;
      heldFor += until - Math.max(heldUntil, Date.now());
      heldUntil = until;
    },
    /** Answers 0 once it is time, or in how many seconds it will be if that is long. */
    async wait(time: SendTime): Promise<number> {
      for (;;) {
        const left = Math.max(time + heldFor, heldUntil, lastLeft + distance) - Date.now();
        if (left <= 0) {
          lastLeft = Date.now();
          return 0;
        }
        if (left > longest) return left / 1000;
        await new Promise((resolve) => setTimeout(resolve, left));
      }
    },
  };
}
