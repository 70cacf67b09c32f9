import { addDays, parseISO, startOfDay, subDays } from "date-fns";
import { parseEnum, readDay } from "./read-params";

/** When something happened, as a filter offers it. */
export const pastDays = [
  { id: "today", label: "Today" },
  { id: "week", label: "Last 7 days" },
  { id: "month", label: "Last 30 days" },
  { id: "range", label: "From … to …" },
] as const;

export interface PastDays {
  dates: (typeof pastDays)[number]["id"] | null;
  /** YYYY-MM-DD, the first and the last day that count. */
  from: string | null;
  until: string | null;
}

export function readPastDays(params: URLSearchParams): PastDays {
  const dates = parseEnum(pastDays, params.get("dates"));
  return {
    dates,
    from: dates === "range" ? readDay(params.get("from")) : null,
    until: dates === "range" ? readDay(params.get("until")) : null,
  };
}

/** The instants between which it happened, on the reader's own calendar. */
export function dateRange({ dates, from, until }: PastDays): { after?: Date; before?: Date } {
  const today = startOfDay(new Date());
  if (dates === "today") return { after: today };
  if (dates === "week") return { after: subDays(today, 6) };
  if (dates === "month") return { after: subDays(today, 29) };
  return {
    after: from ? parseISO(from) : undefined,
    before: until ? addDays(parseISO(until), 1) : undefined,
  };
}
