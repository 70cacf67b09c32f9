import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { useResetInterviewLink } from "../api";

interface ResetLinkDialogProps {
  personId: string;
  name: string;
  onReset?: () => void;
  onClose: () => void;
}

export function ResetLinkDialog(props: ResetLinkDialogProps) {
  const { personId, name, onReset, onClose } = props;
  const reset = useResetInterviewLink();
  return (
    <ConfirmDialog
      title={`Reset ${name}’s Interview Link?`}
      action="Reset link"
      isDanger
      isOpen
      isPending={reset.isPending}
      error={reset.error && explainError(reset.error)}
      onConfirm={() =>
        reset.mutate(personId, {
          onSuccess: () => {
            onClose();
            onReset?.();
            showToast(`${name}’s link is reset. Send the new one when you are ready.`);
          },
        })
      }
      onClose={onClose}
    >
      Every link that {name} was sent so far stops working at once, on all their schedules, also on
      a page that is open now. They get in again with the new link, which you can send next. Nobody
      else is affected.
    </ConfirmDialog>
  );
}
