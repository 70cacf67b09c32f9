import { type ReactNode, useState } from "react";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import type { Enums } from "../../../../lib/supabase/database.types";
import { useForm } from "../../../../shared/forms/use-form";
import { CheckboxList } from "../../../../ui/fields/checkbox-list";
import { DialogForm } from "../../../forms/form-dialog";
import { EmailStatus } from "../../emails/shared/email-status";
import type { TestEmail } from "../api";
import { SuppressedPeople } from "../shared/suppressed-people";
import { TestEmailButton } from "../shared/test-email";

export interface Recipient {
  id: string;
  full_name: string;
  email: string;
  /** "send", "unchanged" for whoever has an up-to-date email, "suppressed" for an address that takes none. */
  outcome: string;
  /** Null: never sent one; absent: of no interest here. */
  last_status?: Enums<"email_status"> | null;
  last_at?: string | null;
  /** What the email says, where it is not the same for everyone. */
  note?: string;
  /** Where not only of the schedule at hand. */
  scheduleIds?: string[];
}

interface SendFormProps {
  /** Above the people. */
  label?: string;
  people: Recipient[];
  onlyTo: string | null;
  /** Of what a test is sent. */
  test: Pick<TestEmail, "kind" | "scheduleIds">;
  /** What each of them gets. */
  children: ReactNode;
  send: (ids: string[], requestId: string) => Promise<{ batchId: string }>;
  onSent: (batchId: string) => void;
}

export function SendForm(props: SendFormProps) {
  const { label = "Who is sent the link", people, onlyTo, test, children, send, onSent } = props;
  // The same press, repeated after a lost answer, must not send twice.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const suppressed = people.filter(({ outcome }) => outcome === "suppressed");
  const sendable = people.filter(({ outcome }) => outcome !== "suppressed");
  const isChosen = (one: Recipient) => (onlyTo ? one.id === onlyTo : one.outcome === "send");
  const form = useForm({
    initial: { ids: sendable.filter(isChosen).map(({ id }) => id) },
    save: ({ ids }) => send(ids, requestId),
    onSaved: ({ batchId }) => onSent(batchId),
  });
  const { ids } = form.values;
  const tested = sendable.find(({ id }) => ids.includes(id)) ?? sendable[0];

  return (
    <DialogForm
      form={form}
      action={actionFor(ids.length)}
      icon="send"
      isDisabled={ids.length === 0}
    >
      {sendable.length > 0 && (
        <CheckboxList
          label={label}
          options={sendable}
          {...form.field("ids")}
          onChange={(chosen) => {
            form.set({ ids: chosen });
            setRequestId(crypto.randomUUID());
          }}
          isDivided
        >
          {(person) => <Person person={person} />}
        </CheckboxList>
      )}
      {suppressed.length > 0 && (
        <section>
          <h3 className="font-medium text-sm">Not sent</h3>
          <SuppressedPeople
            people={suppressed.map((person) => ({
              ...person,
              scheduleId: (person.scheduleIds ?? test.scheduleIds)[0] ?? "",
            }))}
          />
        </section>
      )}
      <p className="text-muted text-sm">{children}</p>
      {tested && (
        <TestEmailButton
          key={tested.id}
          email={{
            kind: test.kind,
            personId: tested.id,
            name: tested.full_name,
            scheduleIds: tested.scheduleIds ?? test.scheduleIds,
          }}
        />
      )}
    </DialogForm>
  );
}

function actionFor(count: number): string {
  if (count === 0) return "Select at least one person";
  return count === 1 ? "Send to 1 person" : `Send to ${count} people`;
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
        {person.last_status === undefined ? null : person.last_status ? (
          <>
            <EmailStatus state={person.last_status}>
              {person.last_at && ` ${formatTimestamp(person.last_at)}`}
            </EmailStatus>
            {person.outcome === "unchanged" && <span className="block">Already sent</span>}
          </>
        ) : (
          "Not sent yet"
        )}
      </span>
    </span>
  );
}
