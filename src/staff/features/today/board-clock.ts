import { createContext, useContext, useMemo } from "react";
import { toDate } from "../../../lib/dates/format-date";
import { useClock } from "../../../ui/hooks/use-clock";

/** The server's present: rows count minutes by it. */
export const BoardClock = createContext(new Date(0));

export const useBoardClock = () => useContext(BoardClock);

/** Down to ten seconds: until then the same value keeps every row as it is. */
export function useServerNow(answeredAt: string): Date {
  const offset = useMemo(() => toDate(answeredAt).getTime() - Date.now(), [answeredAt]);
  const now = useClock(10_000, offset);
  return useMemo(() => new Date(now), [now]);
}
