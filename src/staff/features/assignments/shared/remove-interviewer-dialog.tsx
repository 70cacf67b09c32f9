import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { isNotified } from "../../links/shared/notified-warning";
import { useNotifyingAction } from "../../links/shared/use-notifying-action";
import type { LinkRow } from "../../schedules/api";
import { removeInterviewer, useAssignInterviewers } from "../assign-api";

interface RemoveInterviewerDialogProps {
  person: LinkRow;
  onClose: () => void;
}

export function RemoveInterviewerDialog({ person, onClose }: RemoveInterviewerDialogProps) {
  const { schedule_id, interviewer_id, full_name: name } = person;
  const scheduleId = schedule_id ?? "";
  const interviewerId = interviewer_id ?? "";
  const assign = useAssignInterviewers();
  const { action, field } = useNotifyingAction({
    scheduleId,
    people: isNotified(person) ? [name ?? ""] : [],
    act: () => removeInterviewer({ scheduleId, interviewerId }),
    onDone: (notified) => {
      onClose();
      showToast(`${name} was removed.${notified}`, () =>
        assign.mutate({ scheduleId, interviewerIds: [interviewerId] }),
      );
    },
  });
  return (
    <ConfirmDialog
      title={`Remove ${name} from this schedule?`}
      action="Remove"
      isDanger
      isOpen
      isPending={action.isPending}
      error={action.isError ? explainError(action.error) : null}
      onConfirm={() => action.mutate()}
      onClose={onClose}
    >
      <p>
        This day disappears from {name}’s page. Their Interview Link keeps working for their other
        schedules.
      </p>
      {field}
    </ConfirmDialog>
  );
}
