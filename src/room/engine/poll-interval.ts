/** What decides how soon to ask the server again; times in ms. */
export interface PollConditions {
  /** Polls that failed in a row. */
  failures: number;
  /** Since the last signal went out or came in. */
  sinceSignal: number;
  /** An answer to our offer is on its way. */
  isExpecting: boolean;
  isConnecting: boolean;
  /** Since when nobody else is in the room; null when somebody is. */
  aloneFor: number | null;
  /** Someone is waiting to be admitted. */
  isWaiting: boolean;
  /** Someone whose interview it is has not come. */
  isIncomplete: boolean;
  isHidden: boolean;
  /** How often the server wishes to be asked once all is quiet. */
  quiet: number;
}

const pauses = { expecting: 70, fast: 280, alone: 220, due: 1_000, hidden: 4_000 };
const signalEcho = 3_000;
const expectedWithin = 120_000;
// What belongs to a signal follows it within moments.
const signalRest = 500;

export function pollInterval(conditions: PollConditions): number {
  if (conditions.failures > 0) return Math.min(250 * 2 ** conditions.failures, 2_000);
  const { isExpecting, isConnecting, sinceSignal, aloneFor, isHidden } = conditions;
  if (sinceSignal < (isExpecting ? signalEcho : signalRest)) return pauses.expecting;
  if (isConnecting || sinceSignal < signalEcho) return pauses.fast;
  if (isHidden) return pauses.hidden;
  if (aloneFor !== null && aloneFor < expectedWithin) return pauses.alone;
  const isSomeoneDue = conditions.isIncomplete || conditions.isWaiting || aloneFor !== null;
  return isSomeoneDue ? pauses.due : conditions.quiet;
}
