import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Banner } from "../../../components/banner";
import { Button } from "../../../components/button";
import { Dialog, DialogActions, DialogBody } from "../../../components/dialog";
import { ReadinessList } from "../../../components/readiness-list";
import { Spinner } from "../../../components/spinner";
import { formatDate } from "../../../lib/days";
import { explainError } from "../../../lib/explain-error";
import { timesOf } from "../../../lib/schedule-words";
import type { Schedule } from "./api";
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
          <ReadinessList unmet={unmet} fixHref={`/admin/schedules/${schedule.id}`} />
        </Banner>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  );
}
