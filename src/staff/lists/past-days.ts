import { addDays, parseISO, startOfDay, subDays } from "date-fns";
import { type DateRange, readDateRange } from "../url/date-range";

/** When something happened, as a filter offers it. */
export const pastPeriods = [
  { id: "today", label: "Today" },
  { id: "week", label: "Last 7 days" },
  { id: "month", label: "Last 30 days" },
] as const;

type PastPeriod = (typeof pastPeriods)[number]["id"];

/** The instants between which it happened, on the reader's own calendar. */
export function spanOf(dates: PastPeriod | DateRange | null): { after?: Date; before?: Date } {
  const today = startOfDay(new Date());
  if (dates === "today") return { after: today };
  if (dates === "week") return { after: subDays(today, 6) };
  if (dates === "month") return { after: subDays(today, 29) };
  const range = readDateRange(dates);
  return {
    after: range?.from ? parseISO(range.from) : undefined,
    before: range?.until ? addDays(parseISO(range.until), 1) : undefined,
  };
}
