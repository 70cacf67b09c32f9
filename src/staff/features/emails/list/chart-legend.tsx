import { Link } from "react-router";
import { paths } from "../../../../paths";
import { cx } from "../../../../ui/cx";
import { toSearch } from "../../../url/search-params";
import {
  type EmailFilters,
  emailFilters,
  statusGroups,
  statusOfGroup,
} from "../shared/email-filters";
import { groupFill } from "./chart-colors";
import type { Totals } from "./chart-words";

interface ChartLegendProps {
  filters: EmailFilters;
  totals: Totals;
}

/** Each total filters by its statuses, and once it does, takes that filter away. */
export function ChartLegend({ filters, totals }: ChartLegendProps) {
  return (
    <p className="grid grid-cols-2 gap-x-4 text-sm whitespace-nowrap sm:flex sm:flex-wrap">
      {statusGroups.map(({ id, label }) => {
        const isChosen = filters.status === statusOfGroup[id];
        const status = isChosen ? null : statusOfGroup[id];
        return (
          <Link
            key={id}
            to={paths.emails(toSearch(emailFilters, { ...filters, status, page: 1 }))}
            replace
            preventScrollReset
            aria-current={isChosen || undefined}
            className="flex min-h-6 items-center gap-1.5 text-muted hover:text-ink hover:underline aria-current:font-medium aria-current:text-ink touch:min-h-11"
          >
            <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5 shrink-0">
              <rect width="10" height="10" rx="2" className={cx(groupFill[id])} />
            </svg>
            {label}
            <span className="text-ink tabular-nums">{totals[id].toLocaleString()}</span>
          </Link>
        );
      })}
    </p>
  );
}
