import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { BatchProgress, BatchRecipient } from "../batch/batch-progress";
import { useBatch } from "../batch/use-batch";

/** The same list, turned into progress and then the result. */
export function SendProgress({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const batch = useBatch(batchId);
  const { emails, failed, isDone, error } = batch;
  return (
    <>
      <DialogBody>
        <BatchProgress batch={batch} />
        <ul className="divide-y divide-line">
          {emails.map((email) => (
            <li key={email.id} className="py-2">
              <BatchRecipient email={email} />
            </li>
          ))}
        </ul>
        {error && <Banner tone="danger">{explainError(error)}</Banner>}
      </DialogBody>
      <DialogActions>
        {!isDone && (
          <p className="mr-auto text-muted text-sm">You may close this; sending goes on.</p>
        )}
        {failed.length > 0 && (
          <Button icon="refresh" isPending={batch.isRetrying} onClick={batch.retry}>
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
