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
      Every link sent to {name} so far stops working at once, for all their schedules and on any
      page that is open now. They can get back in with the new link, which you can send next. No one
      else is affected.
    </ConfirmDialog>
  );
}
