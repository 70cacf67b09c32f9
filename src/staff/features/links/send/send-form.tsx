import { type ReactNode, useState } from "react";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { explainError } from "../../../../lib/errors/explain-error";
import type { Enums } from "../../../../lib/supabase/database.types";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { useRequestId } from "../../../../ui/hooks/use-request-id";
import { DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { EmailStatus } from "../../emails/shared/email-status";

export interface Recipient {
  id: string;
  full_name: string;
  email: string;
  /** "send", or "unchanged" for whoever has an up-to-date email. */
  outcome: string;
  last_status: Enums<"email_status"> | null;
  last_at: string | null;
  /** What the email says, where it is not the same for everyone. */
  note?: string;
}

export interface Sending {
  isPending: boolean;
  error: Error | null;
  start: (ids: string[], requestId: string) => void;
}

interface SendFormProps {
  people: Recipient[];
  onlyTo: string | null;
  /** What each of them gets. */
  children: ReactNode;
  sending: Sending;
  onClose: () => void;
}

export function SendForm({ people, onlyTo, children, sending, onClose }: SendFormProps) {
  const [requestId, renewRequestId] = useRequestId();
  const [chosen, setChosen] = useState(() =>
    people
      .filter((one) => (onlyTo ? one.id === onlyTo : one.outcome === "send"))
      .map(({ id }) => id),
  );

  function choose(id: string, isOn: boolean) {
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
    renewRequestId();
  }

  return (
    <>
      <DialogBody>
        <fieldset>
          <legend className="sr-only">Who is sent the link</legend>
          <div className="divide-y divide-line">
            {people.map((person) => (
              <Checkbox
                key={person.id}
                isSelected={chosen.includes(person.id)}
                onChange={(isOn) => choose(person.id, isOn)}
                className="py-2"
              >
                <Person person={person} />
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <p className="text-muted text-sm">{children}</p>
        {sending.error && <Banner tone="danger">{explainError(sending.error)}</Banner>}
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          icon="send"
          isPending={sending.isPending}
          disabled={chosen.length === 0}
          onClick={() => sending.start(chosen, requestId)}
        >
          {chosen.length === 1 ? "Send to 1 person" : `Send to ${chosen.length} people`}
        </Button>
      </DialogActions>
    </>
  );
}

function Person({ person }: { person: Recipient }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
      <span className="min-w-0 flex-1 basis-56">
        {person.full_name}
        {person.note && <span className="text-muted"> · {person.note}</span>}
        <span className="block text-muted text-sm wrap-anywhere">{person.email}</span>
      </span>
      <span className="text-muted text-sm">
        {person.last_status ? (
          <>
            <EmailStatus state={person.last_status}>
              {person.last_at && ` ${formatTimestamp(person.last_at)}`}
            </EmailStatus>
            {person.outcome === "unchanged" && <span className="block">Has it already</span>}
          </>
        ) : (
          "Not sent yet"
        )}
      </span>
    </span>
  );
}
