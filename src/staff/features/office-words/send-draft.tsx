import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { type Draft, useSendDraft } from "./api";

/** Sends the email of the preview to whoever presses it, saved or not. */
export function SendDraft({ draft }: { draft: Draft }) {
  const test = useSendDraft();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button icon="mail" isPending={test.isPending} onClick={() => test.mutate(draft)}>
        Send a test to me
      </Button>
      <span role="status" className={test.isError ? "text-danger text-sm" : "text-muted text-sm"}>
        {test.isError && explainError(test.error)}
        {test.isSuccess && `Sent to ${test.data.to}.`}
      </span>
    </div>
  );
}
