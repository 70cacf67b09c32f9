import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Banner } from "../../../components/banner";
import { Button } from "../../../components/button";
import { DialogActions, DialogBody } from "../../../components/dialog";
import { EmailStatus } from "../../../components/email-status";
import { ProgressBar } from "../../../components/progress-bar";
import { explainError } from "../../../lib/explain-error";
import { batchQuery, isInFlight, useRetryEmails } from "../emails/api";

/** The same list, turned into progress and then the result. */
export function SendProgress({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const client = useQueryClient();
  const { data: emails = [], error } = useQuery(batchQuery(batchId));
  const retry = useRetryEmails();
  const done = emails.filter(({ status }) => !isInFlight(status)).length;
  const failed = emails.filter(({ status }) => status === "failed" || status === "uncertain");
  const isDone = emails.length > 0 && done === emails.length;

  useEffect(() => {
    if (isDone) client.invalidateQueries({ queryKey: ["link-states"] });
  }, [isDone, client]);

  return (
    <>
      <DialogBody>
        <div role="status" className="flex flex-col gap-2 text-sm">
          <ProgressBar label="Sending" value={done} max={emails.length} />
          <p>{summaryOf(emails.length, done, failed.length)}</p>
        </div>
        <ul className="divide-y divide-line">
          {emails.map((email) => (
            <li key={email.id} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span className="min-w-0">
                {email.to_name}
                <span className="block text-muted text-sm wrap-anywhere">{email.to_email}</span>
              </span>
              <span className="text-sm">
                <EmailStatus state={email.status} />
              </span>
              {email.last_error && (
                <span className="basis-full text-muted text-sm wrap-anywhere">
                  {email.last_error}
                </span>
              )}
            </li>
          ))}
        </ul>
        {error && <Banner tone="danger">{explainError(error)}</Banner>}
        {retry.isError && <Banner tone="danger">{explainError(retry.error)}</Banner>}
      </DialogBody>
      <DialogActions>
        {!isDone && (
          <p className="mr-auto text-muted text-sm">You may close this; sending goes on.</p>
        )}
        {failed.length > 0 && (
          <Button
            icon="refresh"
            isPending={retry.isPending}
            onClick={() => retry.mutate(failed.map(({ id }) => id))}
          >
            Retry {failed.length} failed
          </Button>
        )}
        <Button variant={isDone ? "primary" : "secondary"} onClick={onClose}>
          {isDone ? "Done" : "Close"}
        </Button>
      </DialogActions>
    </>
  );
}

function summaryOf(total: number, done: number, failed: number): string {
  if (total === 0 || done < total) return `Sending: ${done} of ${total}`;
  const sent = total - failed;
  if (failed === 0) return sent === 1 ? "Sent to 1 person." : `Sent to ${sent} people.`;
  return `Sent: ${sent}. Not sent: ${failed}.`;
}
