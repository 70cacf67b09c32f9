import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import { Banner } from "../../../../ui/feedback/banner";
import { oldestProposalsQuery } from "../proposals-api";

/** The substitutes that recruiters propose, each with a link to the schedule where it is decided. */
export function AllProposals() {
  const { data } = useQuery(oldestProposalsQuery);
  if (!data || data.total === 0) return null;
  const { proposals, total } = data;
  return (
    <Banner
      title={
        total === 1 ? "1 substitute proposed" : `${total.toLocaleString()} substitutes proposed`
      }
      className="mx-4 mb-4 sm:mx-6"
    >
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Link className="link" to={paths.schedule(proposal.schedule_id)}>
              {proposal.employer} · {formatDate(proposal.on_date)}
            </Link>
            : {proposal.substitute} as a substitute for {proposal.interviewer}
          </li>
        ))}
        {total > proposals.length && (
          <li>and {(total - proposals.length).toLocaleString()} more</li>
        )}
      </ul>
    </Banner>
  );
}
