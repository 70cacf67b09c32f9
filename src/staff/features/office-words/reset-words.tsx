import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { showToast } from "../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog";
import { type EmailKind, useResetWords } from "./api";

interface ResetWordsProps {
  kind: EmailKind;
  onReset: () => void;
}

export function ResetWords({ kind, onReset }: ResetWordsProps) {
  const [isAsked, setAsked] = useState(false);
  const reset = useResetWords(kind, () => {
    showToast("Reset to the standard words.");
    onReset();
  });
  return (
    <>
      <Button onClick={() => setAsked(true)}>Reset to standard</Button>
      <ConfirmDialog
        title="Reset to the standard words?"
        action="Reset"
        isDanger
        isOpen={isAsked}
        isPending={reset.isPending}
        error={reset.error && explainError(reset.error)}
        onConfirm={() => reset.mutate()}
        onClose={() => setAsked(false)}
      >
        Emails sent from now on use them. Your words stay in the history below the form.
      </ConfirmDialog>
    </>
  );
}
