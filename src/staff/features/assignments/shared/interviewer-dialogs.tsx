import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { useResetInterviewLink } from "../../links/api";
import type { LinkRow } from "../../schedules/api";
import { useAssignInterviewers, useRemoveInterviewer } from "../assign-api";

interface PersonDialogProps {
  person: LinkRow;
  onClose: () => void;
}

export function ResetLinkDialog({ person, onClose }: PersonDialogProps) {
  const reset = useResetInterviewLink();
  return (
    <ConfirmDialog
      title={`Reset ${person.full_name}’s link?`}
      action="Reset link"
      isDanger
      isOpen
      isPending={reset.isPending}
      error={reset.isError ? explainError(reset.error) : null}
      onConfirm={() =>
        reset.mutate(person.interviewer_id ?? "", {
          onSuccess: () => {
            onClose();
            showToast(`Every link ${person.full_name} had is dead. Send the new one.`);
          },
        })
      }
      onClose={onClose}
    >
      <p>
        Every Interview Link this person was sent so far stops working at once, also for other
        schedules and where the page is open. Then send them the new one.
      </p>
    </ConfirmDialog>
  );
}

export function RemoveInterviewerDialog({ person, onClose }: PersonDialogProps) {
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
