import { formatDate } from "../../../../lib/dates/calendar-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { useNotified } from "../../links/shared/notified-warning";
import { useNotifyingAction } from "../../links/shared/use-notifying-action";
import { cancelSchedule, type LinkRow, type Schedule, useCancelSchedule } from "../api";

interface RestoreDialogProps {
  schedule: Schedule;
  onClose: () => void;
}

interface CancelDialogProps extends RestoreDialogProps {
  links: LinkRow[];
}

export function CancelDialog({ schedule, links, onClose }: CancelDialogProps) {
  const { people } = useNotified(schedule, links);
  const restore = useCancelSchedule();
  const { action, field } = useNotifyingAction({
    scheduleId: schedule.id,
    people,
    act: () => cancelSchedule({ scheduleId: schedule.id, canceled: true }),
    onDone: (notified) => {
      onClose();
      showToast(`The schedule is canceled.${notified}`, () =>
        restore.mutate({ scheduleId: schedule.id, canceled: false }),
      );
    },
  });
  const students =
    schedule.assigned_count === 1 ? "1 student" : `${schedule.assigned_count} students`;
  return (
    <ConfirmDialog
      title={`Cancel ${formatDate(schedule.on_date)}?`}
      action="Cancel schedule"
      isDanger
      isOpen
      isPending={action.isPending}
      error={action.isError ? explainError(action.error) : null}
      onConfirm={() => action.mutate()}
      onClose={onClose}
    >
      <p>
        Its interviewers’ pages say that it is canceled, and {students}, interviewers and the
        location become free for other schedules. It can be restored as long as everyone is still
        free.
      </p>
      {field}
    </ConfirmDialog>
  );
}

export function RestoreDialog({ schedule, onClose }: RestoreDialogProps) {
  const cancel = useCancelSchedule();
  return (
    <ConfirmDialog
      title={`Restore ${formatDate(schedule.on_date)}?`}
      action="Restore"
      isOpen
      isPending={cancel.isPending}
      error={cancel.isError ? explainError(cancel.error) : null}
      onConfirm={() =>
        cancel.mutate(
          { scheduleId: schedule.id, canceled: false },
          {
            onSuccess: () => {
              onClose();
              showToast("The schedule is restored.");
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>Its slots, students, and interviewers are restored, if all are still available.</p>
    </ConfirmDialog>
  );
}
