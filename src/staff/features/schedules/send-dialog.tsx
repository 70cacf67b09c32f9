import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Banner } from "../../../components/banner";
import { Button } from "../../../components/button";
import { Dialog, DialogActions, DialogBody } from "../../../components/dialog";
import { ReadinessList } from "../../../components/readiness-list";
import { Spinner } from "../../../components/spinner";
import { formatDate } from "../../../lib/days";
import { explainError } from "../../../lib/explain-error";
import { timesOf } from "../../../lib/schedule-words";
import type { Schedule } from "./api";
import { sendPreviewQuery } from "./send-api";
import { SendForm } from "./send-form";
import { SendProgress } from "./send-progress";

interface SendDialogProps {
  schedule: Schedule;
  /** One interviewer; null: everyone who needs it. */
  onlyTo: string | null;
  onClose: () => void;
}

export function SendDialog({ schedule, onlyTo, onClose }: SendDialogProps) {
  const preview = useQuery(sendPreviewQuery(schedule.id));
  const [batchId, setBatchId] = useState<string | null>(null);

  return (
    <Dialog title="Send Interview Link" isOpen onClose={onClose}>
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
        <SendForm
          scheduleId={schedule.id}
          people={preview.data.people}
          onlyTo={onlyTo}
          onSent={setBatchId}
          onClose={onClose}
        />
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
