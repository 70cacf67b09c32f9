import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import { Banner } from "../../../../ui/feedback/banner";
import { Spinner } from "../../../../ui/feedback/spinner";
import type { SendResult } from "../../links/api";
import { ReadinessList } from "../../links/shared/readiness-list";
import { batchQuery, isInFlight, isToStudent } from "../api";
import { failureOf } from "../shared/email-words";
import type { Email } from "./email-api";

interface SendOutcomeProps {
  email: Email;
  answer: SendResult;
}

/** What came of sending again: the new email as it goes out, and what kept it from going. */
export function SendOutcome({ email, answer }: SendOutcomeProps) {
  const nothing = answer.queued === 0 && answer.notReady.length === 0;
  return (
    <>
      {answer.queued > 0 && <NewEmail batchId={answer.batchId} />}
      {answer.notReady.length > 0 && <NotReady email={email} notReady={answer.notReady} />}
      {nothing && (
        <Banner tone="warning" title="Nothing was sent">
          {email.to_name} no longer has {isToStudent(email) ? "an interview" : "a part"} in{" "}
          {email.schedules.map(({ schedule }, index) => (
            <span key={schedule.id}>
              {index > 0 && ", "}
              <Link
                className="link"
                to={paths.schedule(
                  schedule.id,
                  isToStudent(email) ? undefined : { dialog: "interviewers" },
                )}
              >
                {formatDate(schedule.on_date)}
              </Link>
            </span>
          ))}
          . Assign them there again, then send.
        </Banner>
      )}
    </>
  );
}

function NewEmail({ batchId }: { batchId: string }) {
  const [sent] = useQuery(batchQuery(batchId)).data ?? [];
  if (!sent || isInFlight(sent.status)) {
    return (
      <Banner>
        <Spinner label={sent ? `Sending to ${sent.to_email}…` : "Sending…"} />
      </Banner>
    );
  }
  const isSent = sent.status === "sent" || sent.status === "delivered";
  return (
    <Banner
      tone={isSent ? "success" : "danger"}
      title={isSent ? `Sent again to ${sent.to_email}` : `Not sent to ${sent.to_email}`}
      action={
        <Link className="link" to={paths.email(sent.id)}>
          Open the new email
        </Link>
      }
    >
      {!isSent && failureOf(sent)}
    </Banner>
  );
}

function NotReady({ email, notReady }: { email: Email; notReady: SendResult["notReady"] }) {
  return (
    <Banner tone="warning" title="Not ready to be sent">
      {notReady.map(({ scheduleId, unmet }) => {
        const link = email.schedules.find(({ schedule }) => schedule.id === scheduleId);
        return (
          <div key={scheduleId}>
            {link && <p>{formatDate(link.schedule.on_date)}</p>}
            <ReadinessList unmet={unmet} fixIn={scheduleId} />
          </div>
        );
      })}
    </Banner>
  );
}
