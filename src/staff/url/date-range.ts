import { isMatch } from "date-fns";
import type { Param } from "./search-params";

/** "2026-11-01..2026-11-30": the first and the last day, either of them open. */
export type DateRange = `${string}..${string}`;

interface Days {
  /** YYYY-MM-DD */
  from: string | null;
  until: string | null;
}

export const toDateRange = ({ from, until }: Days): DateRange => `${from ?? ""}..${until ?? ""}`;

export function readDateRange(text: string | null): Days | null {
  const ends = text?.split("..") ?? [];
  return ends.length === 2 ? { from: readDay(ends[0]), until: readDay(ends[1]) } : null;
}

const readDay = (text = "") =>
  /^\d{4}-\d\d-\d\d$/.test(text) && isMatch(text, "yyyy-MM-dd") ? text : null;

/** One of the periods that a list offers by name, or a range of days. */
export const dates = <Id extends string>(
  periods: readonly { id: Id }[],
): Param<Id | DateRange | null> => ({
  read: ([text = ""]) => {
    const range = readDateRange(text);
    return range ? toDateRange(range) : (periods.find(({ id }) => id === text)?.id ?? null);
  },
  write: (value) => (value ? [value] : []),
});
