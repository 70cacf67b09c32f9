import type { ReactNode } from "react";
import { formatExact } from "../../../../lib/dates/relative-time";
import { Banner } from "../../../../ui/feedback/banner";
import { isToStudent } from "../api";
import { failureOf } from "../shared/email-words";
import { type Email, isLinkOld } from "./email-api";
import { WaitingNotice } from "./waiting-notice";

interface EmailNoticesProps {
  email: Email;
  /** The ways on, for those who may take them. */
  retry?: ReactNode;
  correctEmail?: ReactNode;
  sendNew?: ReactNode;
}

/** What someone who looks at this email has to know first. */
export function EmailNotices({ email, retry, correctEmail, sendNew }: EmailNoticesProps) {
  const current = email.person?.email;
  return (
    <>
      <StatusNotice email={email} retry={retry} correctEmail={correctEmail} />
      {isLinkOld(email) && (
        <Banner
          tone="warning"
          title="The link in this email no longer works: it was reset"
          action={sendNew}
        >
          Sending again gives {email.to_name} the new one.
        </Banner>
      )}
      {current && current !== email.to_email && (
        <Banner>
          {email.to_name}’s address is {current} now. Sending again goes there.
        </Banner>
      )}
    </>
  );
}

function StatusNotice({ email, retry, correctEmail }: Omit<EmailNoticesProps, "sendNew">) {
  const { status, attempts, to_email } = email;
  const reason = failureOf(email);
  switch (status) {
    case "failed":
      return (
        <Banner tone="danger" title="This email was not sent" action={retry}>
          {reason}
        </Banner>
      );
    case "uncertain":
      return (
        <Banner tone="warning" title="This email may have been sent" action={retry}>
          <p>
            An attempt ended without the mail server’s answer, so the email may have arrived. It is
            not resent automatically; Retry sends it once more.
          </p>
          {reason && <p className="mt-1">{reason}</p>}
        </Banner>
      );
    case "bounced":
      return (
        <Banner tone="danger" title={`${to_email} did not accept this email`} action={correctEmail}>
          <p>{reason}</p>
          <p className="mt-1">
            Ask {isToStudent(email) ? "the student" : "the employer"} for the right address, then
            send again.
          </p>
        </Banner>
      );
    case "complained":
      return (
        <Banner tone="danger" title={`${to_email} marked this email as spam`}>
          <p>Call or write to them from your own mailbox before you send again.</p>
          {reason && <p className="mt-1">{reason}</p>}
        </Banner>
      );
    case "delayed":
      return (
        <Banner tone="warning" title="The recipient’s server is delaying this email">
          <p>{reason}</p>
          <p className="mt-1">It keeps trying; nothing needs to be done yet.</p>
        </Banner>
      );
    case "queued":
      return attempts > 0 ? (
        <Banner tone="warning" title={`To be tried again ${formatExact(email.due_at)}`}>
          {reason}
        </Banner>
      ) : (
        <WaitingNotice email={email} />
      );
    case "canceled":
      return <Banner title="This email was not sent">{reason}</Banner>;
    default:
      return null;
  }
}
