import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import { Banner } from "../../../../ui/feedback/banner";
import { openProposalsQuery } from "../proposals-api";

const shown = 5;

/** That recruiters propose substitutes, with the way to where each is decided. */
export function AllProposals() {
  const { data = [] } = useQuery(openProposalsQuery);
  if (data.length === 0) return null;
  return (
    <Banner
      title={data.length === 1 ? "1 substitute proposed" : `${data.length} substitutes proposed`}
      className="mx-4 mb-4 sm:mx-6"
    >
      <ul>
        {data.slice(0, shown).map((proposal) => (
          <li key={proposal.id}>
            <Link className="link" to={paths.schedule(proposal.schedule_id)}>
              {proposal.employer} · {formatDate(proposal.on_date)}
            </Link>
            : {proposal.substitute} instead of {proposal.interviewer}
          </li>
        ))}
        {data.length > shown && <li>and {data.length - shown} more</li>}
      </ul>
    </Banner>
  );
}
