import { addHours } from "date-fns";
import { formatDates } from "../../../../lib/dates/calendar-date";
import { formatSpan } from "../../../../lib/dates/format-date";
import { statusGroups } from "../shared/email-filters";
import type { EmailCounts } from "./counts-api";

export type Totals = Pick<EmailCounts, (typeof statusGroups)[number]["id"]>;

/** "Tue, Nov 24, 9:00–10:00 AM EST", "Tue, Nov 24", "Nov 23–29" */
export function bucketLabel(
  { unit, starts_at, first_day, last_day }: EmailCounts,
  zone: string,
): string {
  return unit === "hour"
    ? formatSpan(starts_at, addHours(starts_at, 1), zone)
    : formatDates(first_day, last_day);
}

export function totalsOf(buckets: readonly Totals[]): Totals {
  const sum = { sent: 0, waiting: 0, attention: 0, canceled: 0 };
  for (const bucket of buckets) for (const { id } of statusGroups) sum[id] += bucket[id];
  return sum;
}

/** "12 sent or delivered, 1 needs attention"; groups without emails are left out. */
export const countsText = (totals: Totals): string =>
  statusGroups
    .filter(({ id }) => totals[id] > 0)
    .map(({ id, label }) => `${totals[id].toLocaleString()} ${label.toLowerCase()}`)
    .join(", ");

export const countOf = (totals: Totals): number =>
  statusGroups.reduce((sum, { id }) => sum + totals[id], 0);

/** The bars in words, for screen readers. */
export function chartText(buckets: EmailCounts[], label: (bucket: EmailCounts) => string): string {
  const filled = buckets.filter((bucket) => countOf(bucket) > 0);
  const most = filled.toSorted((a, b) => countOf(b) - countOf(a)).at(0);
  if (!most) return "";
  return `By ${most.unit}: emails in ${filled.length} of ${buckets.length}. Most in ${label(most)}: ${countsText(most)}.`;
}
