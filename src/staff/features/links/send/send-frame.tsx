import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { Spinner } from "../../../../ui/feedback/spinner";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import type { Schedule } from "../../schedules/api";
import { timesOf } from "../../schedules/shared/schedule-facts";
import { ReadinessList } from "../shared/readiness-list";
import { SendProgress } from "./send-progress";

interface SendFrameProps<P extends { unmet: string[] }> {
  title: string;
  schedule: Schedule;
  preview: UseQueryResult<P>;
  /** The send that was begun here. */
  batchId: string | null;
  onClose: () => void;
  /** The form, once it is known that the schedule is ready. */
  children: (preview: P) => ReactNode;
}

/** A dialog that sends emails for one schedule: what it lacks, or to whom, then how far it is. */
export function SendFrame<P extends { unmet: string[] }>(props: SendFrameProps<P>) {
  const { title, schedule, preview, batchId, onClose, children } = props;
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p className="px-4 text-muted text-sm sm:px-5">
        {schedule.oci.employer.name} · {formatDate(schedule.on_date)}, {timesOf(schedule)}
      </p>
      {batchId ? (
        <SendProgress batchId={batchId} onClose={onClose} />
      ) : preview.isError ? (
        <DialogBody>
          <Banner
            tone="danger"
            action={
              <Button size="sm" onClick={() => preview.refetch()}>
                Try again
              </Button>
            }
          >
            {explainError(preview.error)}
          </Banner>
        </DialogBody>
      ) : !preview.data ? (
        <DialogBody>
          <Spinner label="Checking who is ready…" />
        </DialogBody>
      ) : preview.data.unmet.length > 0 ? (
        <NotReady schedule={schedule} unmet={preview.data.unmet} onClose={onClose} />
      ) : (
        children(preview.data)
      )}
    </Dialog>
  );
}

interface NotReadyProps {
  schedule: Schedule;
  unmet: string[];
  onClose: () => void;
}

function NotReady({ schedule, unmet, onClose }: NotReadyProps) {
  return (
    <>
      <DialogBody>
        <Banner tone="warning" title="Not ready to send">
          <ReadinessList unmet={unmet} fixIn={schedule.id} />
        </Banner>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  );
}
