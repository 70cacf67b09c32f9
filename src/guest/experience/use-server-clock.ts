import { useRenderAt } from "../../ui/hooks/use-clock";

const minute = 60_000;

/** The server's time in ms; renders again at `nextChange` and at every full minute. */
export function useServerClock(clockOffset: number, nextChange: (now: number) => number): number {
  const now = Date.now() + clockOffset;
  useRenderAt(Math.min(nextChange(now), Math.floor(now / minute + 1) * minute) - clockOffset);
  return now;
}
