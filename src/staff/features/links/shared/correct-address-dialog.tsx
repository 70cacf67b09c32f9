import { useState } from "react";
import { useForm } from "../../../../shared/forms/use-form";
import { TextField } from "../../../../ui/fields/text-field";
import { Dialog } from "../../../../ui/overlays/dialog";
import { DialogForm } from "../../../forms/form-dialog";
import { useCorrectAddress } from "../api";
import { SendProgress } from "../send/send-progress";

interface CorrectAddressDialogProps {
  person: { id: string; full_name: string; email: string };
  /** What is sent to the new address. */
  scheduleIds: string[];
  onClose: () => void;
}

/** A new email address and what did not arrive at the old one, in one step. */
export function CorrectAddressDialog(props: CorrectAddressDialogProps) {
  const { person, scheduleIds, onClose } = props;
  const [batchId, setBatchId] = useState<string | null>(null);
  const [requestId] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useCorrectAddress();
  const form = useForm({
    initial: { email: person.email },
    save: ({ email }) => mutateAsync({ requestId, personId: person.id, email, scheduleIds }),
    onSaved: ({ batch_id, queued }) => (queued > 0 ? setBatchId(batch_id) : onClose()),
  });
  return (
    <Dialog title={`Correct ${person.full_name}’s address`} isOpen onClose={onClose}>
      {batchId ? (
        <SendProgress batchId={batchId} onClose={onClose} />
      ) : (
        <DialogForm form={form} action="Save and send" icon="send" isDisabled={!form.isDirty}>
          <TextField
            label="Email address"
            help="Their link is reset: what was sent to the old address stops working."
            type="email"
            {...form.field("email")}
            maxLength={254}
            autoFocus
            required
          />
        </DialogForm>
      )}
    </Dialog>
  );
}
