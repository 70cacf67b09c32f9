import { useEffect, useReducer } from "react";

const minute = 60_000;

/** The server's time in ms; renders again at `nextChange` and at every full minute. */
export function useServerClock(clockOffset: number, nextChange: (now: number) => number): number {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  const now = Date.now() + clockOffset;
  const wakeAt = Math.min(nextChange(now), Math.floor(now / minute + 1) * minute);

  useEffect(() => {
    const timer = setTimeout(tick, wakeAt - Date.now() - clockOffset + 20);
    return () => clearTimeout(timer);
  });

  return now;
}
