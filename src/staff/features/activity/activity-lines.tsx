import { Link } from "react-router";
import { paths } from "../../../paths";
import { useNow } from "../../../ui/hooks/use-clock";
import { RelativeTime } from "../../../ui/relative-time";
import { describeActivity } from "./describe/describe";
import { type ActivityRow, activityContext } from "./describe/line";

interface ActivityLinesProps {
  rows: readonly ActivityRow[];
  /** Says also where it was done, and leads there. */
  withContext?: boolean;
}

/** Who did what, when. */
export function ActivityLines({ rows, withContext }: ActivityLinesProps) {
  const now = useNow();
  return (
    <ul className="border-line border-b text-sm">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex items-baseline justify-between gap-4 border-line border-t px-4 py-2 sm:px-6"
        >
          <span className="min-w-0 wrap-anywhere">
            <span className="font-medium">{row.actor_name}</span> <Description row={row} />
            {withContext && <ContextLink row={row} />}
          </span>
          <RelativeTime at={row.at} now={now} className="shrink-0 text-muted tabular-nums" />
        </li>
      ))}
    </ul>
  );
}

function Description({ row }: { row: ActivityRow }) {
  if (row.action !== "emails.queue" || !row.subject_id) return describeActivity(row);
  return (
    <Link className="link" to={paths.batch(row.subject_id)}>
      {describeActivity(row)}
    </Link>
  );
}

function ContextLink({ row }: { row: ActivityRow }) {
  const context = activityContext(row);
  if (!context || !row.oci_id) return null;
  const href = row.schedule_id ? paths.schedule(row.schedule_id) : paths.oci(row.oci_id);
  return (
    <Link to={href} className="block py-0.5 text-muted hover:text-ink hover:underline">
      {context}
    </Link>
  );
}
