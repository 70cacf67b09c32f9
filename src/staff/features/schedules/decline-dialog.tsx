import { ConfirmDialog } from "../../../components/confirm-dialog";
import { showToast } from "../../../components/toast";
import { formatDay, formatTime } from "../../../lib/dates";
import { explainError } from "../../../lib/explain-error";
import { type Applicant, useDeclineApplicant } from "./applicants-api";

interface DeclineDialogProps {
  applicant: Applicant;
  onClose: () => void;
}

/** For an applicant with a slot: it becomes free. */
export function DeclineDialog({ applicant, onClose }: DeclineDialogProps) {
  const { full_name: name, starts_at: at, time_zone: zone } = applicant;
  const decline = useDeclineApplicant(() => {
    onClose();
    showToast(`${name} is declined; the slot is open.`);
  });
  return (
    <ConfirmDialog
      title={`Decline ${name}?`}
      action="Decline"
      isDanger
      isOpen
      isPending={decline.isPending}
      error={decline.isError ? explainError(decline.error) : null}
      onConfirm={() => decline.mutate(applicant)}
      onClose={onClose}
    >
      <p>
        {name} loses the interview
        {at && zone && ` on ${formatDay(at, zone)}, ${formatTime(at, zone)}`}, and the slot becomes
        free for an alternate. Nobody is emailed.
      </p>
    </ConfirmDialog>
  );
}
