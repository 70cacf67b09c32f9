import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { useNotifyingAction } from "../../links/shared/use-notifying-action";
import { assignStudent, useAssignStudent } from "../assign-api";

interface UnassignStudentDialogProps {
  slotId: string;
  scheduleId: string;
  student: { id: string; full_name: string };
  onClose: () => void;
}

/** For a student who was notified: others are unassigned without a question. */
export function UnassignStudentDialog(props: UnassignStudentDialogProps) {
  const { slotId, scheduleId, student, onClose } = props;
  const undo = useAssignStudent();
  const { action, field } = useNotifyingAction({
    scheduleId,
    people: [student.full_name],
    act: () => assignStudent({ slotId, studentId: null }),
    onDone: (notified) => {
      onClose();
      showToast(`${student.full_name} was unassigned.${notified}`, () =>
        undo.mutate(
          { slotId, studentId: student.id },
          { onError: (error) => showToast(explainError(error)) },
        ),
      );
    },
  });
  return (
    <ConfirmDialog
      title={`Unassign ${student.full_name}?`}
      action="Unassign"
      isDanger
      isOpen
      isPending={action.isPending}
      error={action.isError ? explainError(action.error) : null}
      onConfirm={() => action.mutate()}
      onClose={onClose}
    >
      <p>The slot is open again. {student.full_name} was notified of this interview.</p>
      {field}
    </ConfirmDialog>
  );
}
