import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explainError } from "../../../../lib/errors/explain-error";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { Spinner } from "../../../../ui/feedback/spinner";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { useSendNotices } from "../api";
import { type Notice, noticesPreviewQuery } from "../notices-api";
import { SendForm } from "../send/send-form";
import { SendProgress } from "../send/send-progress";
import { describeNotice } from "./describe-notice";

interface NoticesDialogProps {
  scheduleIds: string[];
  onClose: () => void;
}

/** Who learns what, then how far sending it is. */
export function NoticesDialog({ scheduleIds, onClose }: NoticesDialogProps) {
  const [batchId, setBatchId] = useState<string | null>(null);
  return (
    <Dialog title="Notify of changes" isOpen onClose={onClose}>
      {batchId ? (
        <SendProgress batchId={batchId} onClose={onClose} />
      ) : (
        <Recipients scheduleIds={scheduleIds} onSent={setBatchId} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface RecipientsProps extends NoticesDialogProps {
  onSent: (batchId: string) => void;
}

function Recipients({ scheduleIds, onSent, onClose }: RecipientsProps) {
  // Looked up once: whom one is about to choose from does not move away.
  const [ids] = useState(scheduleIds);
  const preview = useQuery({ ...noticesPreviewQuery(ids), refetchInterval: false });
  const { mutateAsync } = useSendNotices();
  if (preview.isError) {
    return (
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
    );
  }
  if (preview.isPending && ids.length > 0) {
    return (
      <DialogBody>
        <Spinner label="Checking who does not know yet…" />
      </DialogBody>
    );
  }
  const people = groupByPerson(preview.data ?? []);
  if (people.length === 0) return <UpToDate onClose={onClose} />;
  return (
    <SendForm
      label="Who is notified of what"
      people={people}
      onlyTo={null}
      test={{ kind: "change", scheduleIds: ids }}
      send={(personIds, requestId) => mutateAsync({ requestId, scheduleIds: ids, personIds })}
      onSent={onSent}
    >
      Each gets one email that says what changed, with their link and calendar files that update
      their calendar.
    </SendForm>
  );
}

function UpToDate({ onClose }: { onClose: () => void }) {
  return (
    <>
      <DialogBody>
        <Banner tone="success">Everyone knows what changed: there is nobody to notify.</Banner>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  );
}

function groupByPerson(notices: Notice[]) {
  const first = notices.filter(
    ({ person_id }, index) => index === notices.findIndex((one) => one.person_id === person_id),
  );
  return first.map((person) => {
    const own = notices.filter(({ person_id }) => person_id === person.person_id);
    const note = own.map(describeNotice).join(" · ");
    return {
      id: person.person_id,
      full_name: person.full_name,
      email: person.email,
      outcome: person.suppressed ? "suppressed" : "send",
      scheduleIds: own.map(({ schedule_id }) => schedule_id),
      note: person.is_interviewer ? `interviewer · ${note}` : note,
    };
  });
}
