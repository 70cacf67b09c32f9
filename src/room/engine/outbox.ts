import type { OutgoingSignal, RoomResult } from "../room-api";

const atOnce = 20;
const retryDelay = 500;

export interface Outbox {
  post(signal: OutgoingSignal): void;
  /** What was meant for someone and has not left yet is worth nothing any more. */
  forget(to: string): void;
  stop(): void;
}

/** Sends signals in order, what belongs together in one request, until they have arrived. */
export function createOutbox(send: (signals: OutgoingSignal[]) => Promise<RoomResult>): Outbox {
  let waiting: OutgoingSignal[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;
  let isSending = false;
  let isStopped = false;

  function wake() {
    clearTimeout(timer);
    if (isStopped || isSending || waiting.length === 0) return;
    const delay = notBefore - Date.now();
    if (delay > 0) timer = setTimeout(flush, delay);
    // Before the page is drawn anew, which takes longer than anything here.
    else queueMicrotask(flush);
  }

  async function flush() {
    if (isStopped || isSending || waiting.length === 0) return;
    isSending = true;
    notBefore = Date.now() + (await attempt(waiting.slice(0, atOnce)));
    isSending = false;
    wake();
  }

  /** How long to wait before the next batch, in ms. */
  async function attempt(batch: OutgoingSignal[]): Promise<number> {
    try {
      const answer = await send(batch);
      if (!answer.ok && answer.reason === "too_much") return answer.retry_after_ms ?? 1_000;
      waiting = waiting.filter((signal) => !batch.includes(signal));
      return 0;
    } catch {
      return retryDelay;
    }
  }

  return {
    post(signal) {
      waiting.push(signal);
      wake();
    },
    forget(to) {
      waiting = waiting.filter((signal) => signal.to !== to);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
