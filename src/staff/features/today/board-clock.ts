import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { toDate } from "../../../lib/dates/format-date";

/** The server's present, to the second it last answered: rows count minutes by it. */
export const BoardClock = createContext(new Date(0));

export const useBoardClock = () => useContext(BoardClock);

/** Moves on every half minute; a row that shows minutes need not be drawn at every answer. */
export function useServerNow(answeredAt: string): Date {
  const offset = useMemo(() => toDate(answeredAt).getTime() - Date.now(), [answeredAt]);
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  // Whole ten seconds: the same value keeps every row as it is.
  const now = Math.floor((tick + offset) / 10_000) * 10_000;
  return useMemo(() => new Date(now), [now]);
}
