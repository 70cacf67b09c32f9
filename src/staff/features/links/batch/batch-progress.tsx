import { Link } from "react-router";
import { paths } from "../../../../paths";
import { ProgressBar } from "../../../../ui/feedback/progress-bar";
import type { BatchEmail } from "../../emails/api";
import { EmailStatus } from "../../emails/shared/email-status";
import { failureOf } from "../../emails/shared/email-words";
import type { Batch } from "./use-batch";

export function BatchProgress({ batch }: { batch: Batch }) {
  const { emails, done } = batch;
  return (
    <div role="status" className="flex flex-col gap-2 text-sm">
      <ProgressBar label="Sending" value={done} max={emails.length} />
      <p>{summaryOf(batch)}</p>
    </div>
  );
}

function summaryOf({ emails, done, failed, isDone }: Batch): string {
  if (!isDone) return `Sending: ${done} of ${emails.length}`;
  const sent = emails.length - failed.length;
  if (failed.length > 0) return `Sent: ${sent}. Not sent: ${failed.length}.`;
  return sent === 1 ? "Sent to 1 person." : `Sent to ${sent} people.`;
}

/** One recipient, and what became of their email. */
export function BatchRecipient({ email }: { email: BatchEmail }) {
  return (
    <span className="flex flex-wrap justify-between gap-x-4">
      <span className="min-w-0">
        <Link to={paths.email(email.id)} className="py-0.5 hover:underline">
          {email.to_name}
        </Link>
        <span className="block text-muted text-sm wrap-anywhere">{email.to_email}</span>
      </span>
      <span className="text-sm">
        <EmailStatus state={email.status} />
      </span>
      {failureOf(email) && (
        <span className="basis-full text-muted text-sm wrap-anywhere">{failureOf(email)}</span>
      )}
    </span>
  );
}
