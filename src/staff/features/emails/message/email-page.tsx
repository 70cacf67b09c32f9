import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { explainError } from "../../../../lib/errors/explain-error";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { buttonClass } from "../../../../ui/buttons/button-class";
import { Banner } from "../../../../ui/feedback/banner";
import { queryClient } from "../../../app/query-client";
import { useMe } from "../../../app/require-staff";
import { useDialog } from "../../../url/use-dialog";
import { CorrectAddressDialog } from "../../links/shared/correct-address-dialog";
import { ResetLinkDialog } from "../../links/shared/reset-link-dialog";
import { isInFlight, useRetryEmails } from "../api";
import { CalendarAttachment } from "./calendar-attachment";
import { type Email, emailQuery } from "./email-api";
import { EmailContent } from "./email-content";
import { EmailFacts } from "./email-facts";
import { EmailHeader } from "./email-header";
import { EmailHistory } from "./email-history";
import { EmailNotices } from "./email-notices";
import { SendOutcome } from "./send-outcome";
import { useSendAgain } from "./use-send-again";

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.ensureQueryData(emailQuery(params.emailId ?? ""));
}

export function Component() {
  const { emailId = "" } = useParams();
  const { data: email } = useSuspenseQuery(emailQuery(emailId));
  return <EmailPage key={emailId} email={email} />;
}

function EmailPage({ email }: { email: Email }) {
  const { isAdmin } = useMe();
  const { dialog, closeDialog } = useDialog("email");
  const send = useSendAgain(email);
  const retry = useRetryEmails();
  const page = useRef<HTMLElement>(null);
  useEffect(() => page.current?.focus({ preventScroll: true }), []);

  const canRetry = isAdmin && (email.status === "failed" || email.status === "uncertain");
  // What it bounced off has to be put right before it is of use to send again.
  const isEmailWrong = email.status === "bounced" && email.person?.email === email.to_email;
  const canSend = isAdmin && send.isPossible && !isInFlight(email.status);
  const sendButton = (label: string, variant: "primary" | "secondary") =>
    canSend && (
      <Button
        variant={variant}
        icon="send"
        isPending={send.isPending}
        // A double click's second press counts two.
        onClick={({ detail }) => detail < 2 && send.again()}
      >
        {label}
      </Button>
    );

  return (
    <article
      ref={page}
      tabIndex={-1}
      aria-label={email.subject}
      className="min-w-0 max-w-4xl outline-none"
    >
      <EmailHeader
        email={email}
        sendAgain={sendButton("Send again", canRetry || isEmailWrong ? "secondary" : "primary")}
      />
      <div className="flex flex-col gap-5 px-4 pb-6 sm:px-6">
        {send.isError && <Banner tone="danger">{explainError(send.error)}</Banner>}
        {send.data && <SendOutcome email={email} answer={send.data} />}
        {retry.isError && <Banner tone="danger">{explainError(retry.error)}</Banner>}
        <EmailNotices
          email={email}
          retry={
            canRetry && (
              <Button
                variant="primary"
                isPending={retry.isPending}
                onClick={() => retry.mutate([email.id])}
              >
                Retry
              </Button>
            )
          }
          correctEmail={isAdmin && isEmailWrong && <CorrectEmail email={email} />}
          sendNew={sendButton("Send the new link", "secondary")}
        />
        <EmailFacts email={email} />
        <EmailContent email={email} />
        {email.ics && <CalendarAttachment ics={email.ics} />}
        <EmailHistory events={email.events} />
      </div>
      {isAdmin && email.personId && dialog === "reset-link" && (
        <ResetLinkDialog
          personId={email.personId}
          name={email.to_name}
          onReset={send.reset}
          onClose={closeDialog}
        />
      )}
      {isAdmin && email.personId && email.person && dialog === "correct-address" && (
        <CorrectAddressDialog
          person={{ id: email.personId, full_name: email.to_name, email: email.person.email }}
          scheduleIds={email.schedules.map(({ schedule }) => schedule.id)}
          onClose={closeDialog}
        />
      )}
    </article>
  );
}

/** One form corrects the address and sends again; without a schedule left, the person's own form. */
function CorrectEmail({ email }: { email: Email }) {
  const { interviewer, interviewer_id, personId, schedules } = email;
  const { openDialog } = useDialog("email");
  if (!personId) return null;
  if (schedules.length > 0) {
    return (
      <Button variant="primary" onClick={() => openDialog("correct-address")}>
        Correct address and send
      </Button>
    );
  }
  const form = interviewer
    ? paths.employer(interviewer.employer_id, { dialog: "interviewer", about: interviewer_id })
    : paths.student(personId, { dialog: "edit" });
  return (
    <Link className={buttonClass("primary")} to={form}>
      Correct email address
    </Link>
  );
}
