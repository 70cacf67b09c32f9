import { useForm } from "../../../../shared/forms/use-form";
import { TextField } from "../../../../ui/fields/text-field";
import { FormDialog } from "../../../forms/form-dialog";
import { useSaveSettings } from "../../settings/api";
import { pausedFor } from "./sending-api";

export function PauseDialog({ onClose }: { onClose: () => void }) {
  const { mutateAsync } = useSaveSettings();
  const form = useForm({
    initial: { sending_paused_reason: "" },
    save: (values) => mutateAsync(pausedFor(values.sending_paused_reason)),
    onSaved: onClose,
  });
  return (
    <FormDialog title="Pause sending" action="Pause sending" form={form} onClose={onClose}>
      <p className="text-pretty text-muted">
        No emails are sent until someone resumes. Links, notices and reminders wait in Email
        Activity. Emails already being handed to the mail server still go out.
      </p>
      <TextField
        label="Reason"
        help="Shown to all staff on every page."
        {...form.field("sending_paused_reason")}
        maxLength={300}
        autoFocus
        required
      />
    </FormDialog>
  );
}
