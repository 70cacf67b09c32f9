import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { formatExact } from "../../../../lib/dates/relative-time";
import { paths } from "../../../../paths";
import { Status } from "../../../../ui/feedback/status";
import { DefinitionList } from "../../../../ui/lists/definition-list";
import { useMe } from "../../../app/require-staff";
import { emailKindLabels } from "../../../labels";
import { toSearch } from "../../../url/search-params";
import { InterviewLink } from "../../links/shared/interview-link";
import { staffQuery } from "../../settings/api";
import { isToStudent } from "../api";
import { emailFilters } from "../shared/email-filters";
import { type Email, isLinkOld } from "./email-api";

export function EmailFacts({ email }: { email: Email }) {
  const opened = email.person?.link?.last_opened_at;
  return (
    <DefinitionList
      items={[
        [
          "To",
          <>
            {email.to_name} &lt;{email.to_email}&gt;
            {!email.person &&
              `, no longer ${isToStudent(email) ? "a student" : "an interviewer"} here`}{" "}
            <Link
              className="link whitespace-nowrap"
              to={paths.emails(toSearch(emailFilters, { to: email.to_email }))}
            >
              All emails to this address
            </Link>
          </>,
        ],
        ["From", email.sent_from ?? "Not sent yet"],
        ["Kind", emailKindLabels[email.kind]],
        ["Sent by", <SentBy key="sent-by" email={email} />],
        ["Schedules", <Schedules key="schedules" email={email} />],
        ["Interview Link", <CurrentLink key="link" email={email} />],
        ["Page opened", opened ? formatExact(opened) : "Not since the link was made"],
      ]}
    />
  );
}

function CurrentLink({ email }: { email: Email }) {
  const { isAdmin } = useMe();
  return (
    <InterviewLink
      whose={{ emailId: email.id }}
      name={email.to_name}
      canReveal={isAdmin && email.person !== null}
      note={isLinkOld(email) ? "This is the new link, not the one in this email. " : ""}
    />
  );
}

function SentBy({ email }: { email: Email }) {
  const { data: staff = [] } = useQuery(staffQuery);
  const others = ((email.batch?.summary as { queued?: number } | undefined)?.queued ?? 1) - 1;
  if (email.kind === "interview_link_request") return "Asked for by the interviewer";
  if (email.kind === "student_link_request") return "Asked for by the student";
  if (email.created_by === null) return "Automatically";
  const sender = staff.find(({ user_id }) => user_id === email.created_by);
  return (
    <>
      {sender?.full_name ?? "A former staff member"}
      {others > 0 && (
        <>
          ,{" "}
          <Link
            className="link"
            to={paths.emails(toSearch(emailFilters, { batch: email.batch_id }))}
          >
            together with {others.toLocaleString()} {others === 1 ? "other" : "others"}
          </Link>
        </>
      )}
    </>
  );
}

function Schedules({ email }: { email: Email }) {
  if (email.kind === "overview") return "All of the employer’s days, as shown on the page";
  if (email.schedules.length === 0) return "None; deleted since";
  return (
    <ul className="flex flex-col gap-0.5">
      {email.schedules.map(({ is_outdated, schedule }) => (
        <li key={schedule.id} className="flex flex-wrap gap-x-3">
          <Link className="link" to={paths.schedule(schedule.id)}>
            {schedule.oci.employer.name} · {formatDate(schedule.on_date)}
          </Link>
          {email.body && is_outdated && (
            <Status tone="warning" mark="triangle">
              Changed since this email
            </Status>
          )}
        </li>
      ))}
    </ul>
  );
}
