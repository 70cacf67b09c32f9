import { Link } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import { CollapsibleList } from "../../../../ui/lists/collapsible-list";
import type { SendRow } from "../preview-api";
import { LinkState } from "../shared/link-state";
import { whatIsSent } from "../shared/what-is-sent";
import type { Recipient } from "./group-by-person";

/** Each person once, with every schedule in their one email. */
export function Recipients({ people }: { people: Recipient[] }) {
  return (
    <CollapsibleList items={people} noun="people">
      {(person) => (
        <span className="flex flex-wrap justify-between gap-x-6 gap-y-1">
          <span className="min-w-0 flex-1 basis-56">
            <span className="font-medium">{person.name}</span>
            <span className="block text-muted text-sm wrap-anywhere">{person.email}</span>
          </span>
          <ul className="min-w-0 flex-1 basis-80 text-sm">
            {person.rows.map((row) => (
              <RecipientSchedule key={row.schedule_id} row={row} />
            ))}
          </ul>
        </span>
      )}
    </CollapsibleList>
  );
}

function RecipientSchedule({ row }: { row: SendRow }) {
  const state = {
    status: row.last_status,
    status_at: row.last_at,
    opened_at: null,
    outdated: row.outcome === "send",
    link_reset: false,
  };
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <Link to={paths.schedule(row.schedule_id)} className="py-0.5 hover:underline touch:py-2">
        {row.employer} · {formatDate(row.on_date)}
      </Link>
      <span className="flex-1 text-muted">{whatIsSent(row)}</span>
      <span className="text-muted">
        <LinkState link={state} />
      </span>
    </li>
  );
}
