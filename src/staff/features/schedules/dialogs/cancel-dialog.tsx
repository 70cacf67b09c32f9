import { formatDate } from "../../../../lib/dates/calendar-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { listNames } from "../../../../lib/list-names";
import { showToast } from "../../../../ui/feedback/toast";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { useNotified } from "../../links/shared/notified-warning";
import { type LinkRow, type Schedule, useCancelSchedule } from "../api";

interface RestoreDialogProps {
  schedule: Schedule;
  onClose: () => void;
}

interface CancelDialogProps extends RestoreDialogProps {
  links: LinkRow[];
}

export function CancelDialog({ schedule, links, onClose }: CancelDialogProps) {
  const cancel = useCancelSchedule();
  const { people } = useNotified(schedule, links);
  const students =
    schedule.assigned_count === 1 ? "1 student" : `${schedule.assigned_count} students`;
  return (
    <ConfirmDialog
      title={`Cancel ${formatDate(schedule.on_date)}?`}
      action="Cancel schedule"
      isDanger
      isOpen
      isPending={cancel.isPending}
      error={cancel.isError ? explainError(cancel.error) : null}
      onConfirm={() =>
        cancel.mutate(
          { scheduleId: schedule.id, canceled: true },
          {
            onSuccess: () => {
              onClose();
              showToast("The schedule is canceled.", () =>
                cancel.mutate({ scheduleId: schedule.id, canceled: false }),
              );
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>
        Its interviewers’ pages say that it is canceled, and {students}, interviewers and the
        location become free for other schedules. Nobody is emailed. It can be restored as long as
        everyone is still free.
      </p>
      {people.length > 0 && (
        <p className="mt-3">
          <strong>Call or write to {listNames(people)}</strong>, who{" "}
          {people.length === 1 ? "has" : "have"} an email about this day.
        </p>
      )}
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
