import { useQuery } from "@tanstack/react-query";
import { cx } from "../../../../ui/cx";
import { settingsQuery } from "../../settings/api";
import type { EmailFilters } from "../shared/email-filters";
import { ChartBars, shareOfWidth } from "./chart-bars";
import { ChartLegend } from "./chart-legend";
import { bucketLabel, totalsOf } from "./chart-words";
import { type EmailCounts, emailCountsQuery } from "./counts-api";

/** Counts by status over time, for the filters of the list below. What is still loading takes the same space. */
export function EmailChart({ filters }: { filters: EmailFilters }) {
  const counts = useQuery(emailCountsQuery(filters));
  const settings = useQuery(settingsQuery);
  if (counts.isLoadingError || settings.isLoadingError) return null;
  const zone = settings.data?.time_zone;
  const buckets = (zone && counts.data) || [];
  const label = (bucket: EmailCounts | undefined) => bucket && zone && bucketLabel(bucket, zone);
  return (
    <section
      aria-label="Emails over time"
      className={cx("px-4 pb-3 sm:px-6", buckets.length === 0 && "invisible")}
    >
      <ChartLegend filters={filters} totals={totalsOf(buckets)} />
      <ChartBars filters={filters} buckets={buckets} label={(bucket) => label(bucket) ?? ""} />
      <p
        aria-hidden="true"
        style={{ width: shareOfWidth(buckets.length) }}
        className="flex min-h-4 min-w-fit justify-between gap-4 text-muted text-xs whitespace-nowrap tabular-nums"
      >
        <span>{label(buckets.at(0))}</span>
        {buckets.length > 1 && <span>{label(buckets.at(-1))}</span>}
      </p>
    </section>
  );
}
