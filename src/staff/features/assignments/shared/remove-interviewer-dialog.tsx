import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import type { LinkRow } from "../../schedules/api";
import { useAssignInterviewers, useRemoveInterviewer } from "../assign-api";

interface RemoveInterviewerDialogProps {
  person: LinkRow;
  onClose: () => void;
}

export function RemoveInterviewerDialog({ person, onClose }: RemoveInterviewerDialogProps) {
  const { schedule_id: scheduleId, interviewer_id: interviewerId, full_name: name } = person;
  const assign = useAssignInterviewers();
  const remove = useRemoveInterviewer(() => {
    onClose();
    showToast(`${name} was removed.`, () => {
      if (scheduleId && interviewerId) {
        assign.mutate({ scheduleId, interviewerIds: [interviewerId] });
      }
    });
  });
  if (!scheduleId || !interviewerId) return null;
  return (
    <ConfirmDialog
      title={`Remove ${name} from this schedule?`}
      action="Remove"
      isDanger
      isOpen
      isPending={remove.isPending}
      error={remove.isError ? explainError(remove.error) : null}
      onConfirm={() => remove.mutate({ scheduleId, interviewerId })}
      onClose={onClose}
    >
      <p>
        This day disappears from {name}’s page. Their Interview Link keeps working for their other
        schedules.
      </p>
    </ConfirmDialog>
  );
}
