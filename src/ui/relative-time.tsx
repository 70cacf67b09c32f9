import { formatAgo, formatExact } from "../lib/dates/relative-time";
import { cx } from "./cx";

interface RelativeTimeProps {
  at: string;
  now: Date;
  className?: string;
}

/** How long ago; on hover, on keyboard focus and read aloud also exactly when. */
export function RelativeTime({ at, now, className }: RelativeTimeProps) {
  return (
    <time dateTime={at} className={cx("group/when relative whitespace-nowrap", className)}>
      {formatAgo(at, now)}
      <span className={tipClass}>{formatExact(at)}</span>
    </time>
  );
}

// Transparent rather than hidden: a screen reader reads it.
const tipClass =
  "pointer-events-none absolute right-0 bottom-full z-10 rounded-md border border-line bg-raised px-2 py-1 " +
  "text-ink text-xs tabular-nums opacity-0 shadow-float transition-opacity " +
  "group-hover/when:opacity-100 in-data-focus-visible:opacity-100";
