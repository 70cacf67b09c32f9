import { ConfirmDialog } from "../../../components/confirm-dialog";
import { showToast } from "../../../components/toast";
import { formatDate } from "../../../lib/days";
import { explainError } from "../../../lib/explain-error";
import { releaseGaps } from "../../../lib/release-gaps";
import { type Schedule, useReleaseSchedules } from "./api";

interface ReleaseDialogProps {
  schedule: Schedule;
  onClose: () => void;
}

export function ReleaseDialog({ schedule, onClose }: ReleaseDialogProps) {
  const release = useReleaseSchedules();
  const gaps = releaseGaps(schedule).map(({ missing }) => missing);
  return (
    <ConfirmDialog
      title={`Release ${formatDate(schedule.on_date)}?`}
      action="Release"
      isOpen
      isPending={release.isPending}
      error={release.isError ? explainError(release.error) : null}
      onConfirm={() =>
        release.mutate(
          { scheduleIds: [schedule.id], released: true },
          {
            onSuccess: () => {
              onClose();
              showToast("Released.");
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>
        The schedule becomes final and visible to its interviewers; on the day they also see the
        students. No email is sent by this.
      </p>
      {gaps.length > 0 && <p className="mt-2 text-warning">Still incomplete: {gaps.join(", ")}.</p>}
    </ConfirmDialog>
  );
}

export function UnreleaseDialog({ schedule, onClose }: ReleaseDialogProps) {
  const release = useReleaseSchedules();
  return (
    <ConfirmDialog
      title={`Un-release ${formatDate(schedule.on_date)}?`}
      action="Un-release"
      isOpen
      isPending={release.isPending}
      error={release.isError ? explainError(release.error) : null}
      onConfirm={() =>
        release.mutate(
          { scheduleIds: [schedule.id], released: false },
          {
            onSuccess: () => {
              onClose();
              showToast("No longer released.");
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>
        Students no longer see it. Interviewers who were already sent their Interview Link still do;
        the others no longer.
      </p>
    </ConfirmDialog>
  );
}
