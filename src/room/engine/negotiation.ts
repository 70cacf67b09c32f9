import type { Signal } from "./signal";

/** How this side of a pair stands when a signal arrives. */
export interface NegotiationState {
  /** Of two who offer at the same moment, the polite one gives way. */
  isPolite: boolean;
  /** The connection here, and the one over there that it is bound to. */
  local: string;
  remote: string | null;
  hasOffered: boolean;
}

/** `renew`: with a connection made anew, as the one here cannot take it. */
export type Step = "ignore" | "apply" | "renew";

/** By their ids, so that both of a pair come to the same. */
export const isPolite = (me: string, them: string): boolean => me < them;

export function stepFor(signal: Signal, here: NegotiationState): Step {
  if (signal.to !== null && signal.to !== here.local) return "ignore";
  const isFromTheirs = signal.from === here.remote;
  if ("c" in signal) return isFromTheirs ? "apply" : "ignore";
  if (signal.d.type === "answer") return answered(signal, here) ? "apply" : "ignore";
  if (here.remote !== null && !isFromTheirs) return "renew";
  if (!here.hasOffered) return "apply";
  if (!here.isPolite) return "ignore";
  // A first offer leaves media sections behind that a rollback does not take away.
  return isFromTheirs ? "apply" : "renew";
}

function answered(signal: Signal, here: NegotiationState): boolean {
  const isBound = here.remote === null || here.remote === signal.from;
  return here.hasOffered && isBound && signal.to === here.local;
}

/** How a connection that is not there stands. */
export interface Outage {
  hasBeenUp: boolean;
  /** An offer is out and its answer is not here. */
  isExpecting: boolean;
  /** How often it was tried already. */
  attempts: number;
  isPolite: boolean;
}

/**
 * How long to leave a connection to itself before trying again, in ms. Where signals take long, the
 * answer that is on its way is worth more than another offer.
 */
export function patience({ hasBeenUp, isExpecting, attempts, isPolite }: Outage): number {
  const isSignalling = isExpecting || !hasBeenUp;
  const first = isSignalling ? 8_000 : 700;
  const later = Math.min((isSignalling ? 8_000 : 2_000) * 2 ** attempts, 30_000);
  // Both at once would only collide.
  return (attempts === 0 ? first : later) + (isPolite ? 1_300 : 0);
}

/** A fresh start in place of another ICE restart: the first time it never came up, later now and then. */
export function shouldStartOver(hasBeenUp: boolean, attempts: number): boolean {
  return !hasBeenUp || attempts % 3 === 0;
}
