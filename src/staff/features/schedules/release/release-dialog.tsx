import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { showToast } from "../../../../ui/feedback/toast";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { useRequestId } from "../../../../ui/hooks/use-request-id";
import { ConfirmDialog } from "../../../../ui/overlays/confirm-dialog";
import { useNotified } from "../../links/shared/notified-warning";
import { useNotifyingAction } from "../../links/shared/use-notifying-action";
import {
  type LinkRow,
  releaseRecipientsQuery,
  releaseSchedules,
  type Schedule,
  useReleaseAndNotify,
} from "../api";
import { AlsoNotify, notifyingText } from "./also-notify";
import { releaseGaps } from "./release-gaps";

interface ReleaseDialogProps {
  schedule: Schedule;
  onClose: () => void;
}

export function ReleaseDialog({ schedule, onClose }: ReleaseDialogProps) {
  const release = useReleaseAndNotify();
  const [requestId] = useRequestId();
  const [alsoNotify, setAlsoNotify] = useState(true);
  const preview = useQuery(releaseRecipientsQuery([schedule.id]));
  const recipientCount = preview.data?.length ?? 0;
  const gaps = releaseGaps(schedule).map(({ missing }) => missing);
  return (
    <ConfirmDialog
      title={`Release ${formatDate(schedule.on_date)}?`}
      action="Release"
      isOpen
      // The choice to notify has to be seen before it is made.
      isPending={release.isPending || preview.isLoading}
      error={release.isError ? explainError(release.error) : null}
      onConfirm={() =>
        release.mutate(
          {
            scheduleIds: [schedule.id],
            notifyRequestId: alsoNotify && recipientCount > 0 ? requestId : undefined,
          },
          {
            onSuccess: ({ notified }) => {
              onClose();
              showToast(notified ? `Released. ${notifyingText(notified.queued)}` : "Released.");
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>
        The schedule becomes final. Its interviewers can see it, and each student can see their own
        interview. This does not email the interviewers.
      </p>
      {gaps.length > 0 && <p className="mt-2 text-warning">Still incomplete: {gaps.join(", ")}.</p>}
      {recipientCount > 0 && (
        <Checkbox isSelected={alsoNotify} onChange={setAlsoNotify} className="mt-3">
          <AlsoNotify count={recipientCount} />
        </Checkbox>
      )}
    </ConfirmDialog>
  );
}

interface UnreleaseDialogProps extends ReleaseDialogProps {
  links: LinkRow[];
}

export function UnreleaseDialog({ schedule, links, onClose }: UnreleaseDialogProps) {
  const { students } = useNotified(schedule, links);
  const { action, field } = useNotifyingAction({
    scheduleId: schedule.id,
    people: students,
    act: async () => {
      await releaseSchedules({ scheduleIds: [schedule.id], released: false });
    },
    onDone: (notified) => {
      onClose();
      showToast(`No longer released.${notified}`);
    },
  });
  return (
    <ConfirmDialog
      title={`Un-release ${formatDate(schedule.on_date)}?`}
      action="Un-release"
      isOpen
      isPending={action.isPending}
      error={action.isError ? explainError(action.error) : null}
      onConfirm={() => action.mutate()}
      onClose={onClose}
    >
      <p>
        Students no longer see it. Interviewers who were already sent their Interview Link still do;
        the others no longer.
      </p>
      {field}
    </ConfirmDialog>
  );
}
