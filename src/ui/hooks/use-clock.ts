import { useEffect, useMemo, useReducer } from "react";

/** Renders again once this computer's clock has reached `at`, in ms. */
export function useRenderAt(at: number): void {
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setTimeout(render, at - Date.now() + 20);
    return () => clearTimeout(timer);
  });
}

/**
 * The time in ms, down to a full `step`, and rendering again at the next one.
 * @param offset how far the clock to go by, the server's, is ahead of this computer's.
 */
export function useClock(step: number, offset = 0): number {
  const now = Math.floor((Date.now() + offset) / step) * step;
  useRenderAt(now + step - offset);
  return now;
}

/** The present, down to half a minute: what "5 min ago" is counted from. */
export function useNow(): Date {
  const now = useClock(30_000);
  return useMemo(() => new Date(now), [now]);
}
