import { useState } from "react";
import { Banner } from "../../../components/banner";
import { Button } from "../../../components/button";
import { Checkbox } from "../../../components/checkbox";
import { DialogActions, DialogBody } from "../../../components/dialog";
import { EmailStatus } from "../../../components/email-status";
import { formatMoment } from "../../../lib/days";
import { explainError } from "../../../lib/explain-error";
import { useSendInterviewLinks } from "../emails/api";
import type { SendPreview } from "./send-api";

interface SendFormProps {
  scheduleId: string;
  people: SendPreview["people"];
  onlyTo: string | null;
  onSent: (batchId: string) => void;
  onClose: () => void;
}

export function SendForm({ scheduleId, people, onlyTo, onSent, onClose }: SendFormProps) {
  // The same press, repeated after a lost answer, must not send twice.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState(() =>
    people
      .filter((one) => (onlyTo ? one.interviewer_id === onlyTo : one.outcome === "send"))
      .map((one) => one.interviewer_id),
  );
  const send = useSendInterviewLinks();

  function choose(id: string, isOn: boolean) {
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
    setRequestId(crypto.randomUUID());
  }

  return (
    <>
      <DialogBody>
        <fieldset>
          <legend className="sr-only">Who is sent the link</legend>
          <div className="divide-y divide-line">
            {people.map((person) => (
              <Checkbox
                key={person.interviewer_id}
                isSelected={chosen.includes(person.interviewer_id)}
                onChange={(isOn) => choose(person.interviewer_id, isOn)}
                className="py-2"
              >
                <Recipient person={person} />
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <p className="text-muted text-sm">
          Each gets a personal email with their own link, the times and a calendar file. Sending
          again sends the same link.
        </p>
        {send.isError && <Banner tone="danger">{explainError(send.error)}</Banner>}
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          icon="send"
          isPending={send.isPending}
          disabled={chosen.length === 0}
          onClick={() =>
            send.mutate(
              {
                requestId,
                scheduleIds: [scheduleId],
                interviewerIds: chosen,
                includeUnchanged: true,
              },
              { onSuccess: ({ batchId }) => onSent(batchId) },
            )
          }
        >
          {chosen.length === 1 ? "Send to 1 person" : `Send to ${chosen.length} people`}
        </Button>
      </DialogActions>
    </>
  );
}

function Recipient({ person }: { person: SendPreview["people"][number] }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
      <span className="min-w-0 flex-1 basis-56">
        {person.full_name}
        <span className="block text-muted text-sm wrap-anywhere">{person.email}</span>
      </span>
      <span className="text-muted text-sm">
        {person.last_status ? (
          <>
            <EmailStatus state={person.last_status}> {formatMoment(person.last_at)}</EmailStatus>
            {person.outcome === "unchanged" && <span className="block">Has it already</span>}
          </>
        ) : (
          "Not sent yet"
        )}
      </span>
    </span>
  );
}
