import { Link } from "react-router";
import { paths } from "../../../../paths";
import { toDateRange } from "../../../url/date-range";
import { toSearch } from "../../../url/search-params";
import { type EmailFilters, emailFilters, statusGroups } from "../shared/email-filters";
import { groupFill } from "./chart-colors";
import { chartText, countOf, countsText } from "./chart-words";
import type { EmailCounts } from "./counts-api";

interface ChartBarsProps {
  filters: EmailFilters;
  buckets: EmailCounts[];
  label: (bucket: EmailCounts) => string;
}

const height = 100;
const step = 10;
/** Fewer bars than this leave room at the end instead of growing wide. */
const fewest = 24;

/** How much of the chart's width so many bars take. */
export const shareOfWidth = (bars: number): string => `${(100 * bars) / Math.max(fewest, bars)}%`;

/** So that one email among thousands still shows. */
const least = 3;

export function ChartBars({ filters, buckets, label }: ChartBarsProps) {
  const most = Math.max(...buckets.map(countOf));
  return (
    <>
      <p className="sr-only">{chartText(buckets, label)}</p>
      {/* For the mouse alone: the keyboard has the Dates filter. */}
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${Math.max(fewest, buckets.length) * step} ${height}`}
        preserveAspectRatio="none"
        className="my-1 block h-14 w-full border-line border-b"
      >
        {buckets.map((bucket, n) => {
          const bar = (
            <>
              <title>{`${label(bucket)}: ${countsText(bucket) || "no emails"}`}</title>
              <rect x={n * step} width={step} height={height} className="fill-transparent" />
              <Segments bucket={bucket} x={n * step + 1} most={most} />
            </>
          );
          return bucket.unit === "hour" ? (
            <g key={bucket.starts_at}>{bar}</g>
          ) : (
            <Link
              key={bucket.starts_at}
              to={paths.emails(toSearch(emailFilters, withinBucket(filters, bucket)))}
              replace
              preventScrollReset
              tabIndex={-1}
              className="hover:opacity-75"
            >
              {bar}
            </Link>
          );
        })}
      </svg>
    </>
  );
}

const withinBucket = (filters: EmailFilters, { first_day, last_day }: EmailCounts) => ({
  ...filters,
  dates: toDateRange({ from: first_day, until: last_day }),
  page: 1,
});

interface SegmentsProps {
  bucket: EmailCounts;
  x: number;
  most: number;
}

/** From the bottom up, in the order of the legend. */
function Segments({ bucket, x, most }: SegmentsProps) {
  const room = height - statusGroups.length * least;
  let top = height;
  return statusGroups.map(({ id }) => {
    const share = bucket[id] === 0 ? 0 : Math.max(least, (bucket[id] / most) * room);
    top -= share;
    return (
      <rect key={id} x={x} y={top} width={step - 2} height={share} className={groupFill[id]} />
    );
  });
}
