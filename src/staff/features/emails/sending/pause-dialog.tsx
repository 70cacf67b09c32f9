import { useForm } from "../../../../shared/forms/use-form";
import { TextField } from "../../../../ui/fields/text-field";
import { FormDialog } from "../../../forms/form-dialog";
import { usePauseSending } from "./sending-api";

export function PauseDialog({ onClose }: { onClose: () => void }) {
  const { mutateAsync } = usePauseSending();
  const form = useForm({
    initial: { sending_paused_reason: "" },
    save: (values) => mutateAsync(values.sending_paused_reason),
    onSaved: onClose,
  });
  return (
    <FormDialog title="Pause sending" action="Pause sending" form={form} onClose={onClose}>
      <p className="text-pretty text-muted">
        No email leaves until someone resumes: links, notices and reminders wait in Email Activity.
        What is being handed to the mail server at this moment still goes out.
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
