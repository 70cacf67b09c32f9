import { useForm } from "../../../../shared/forms/use-form";
import { showToast } from "../../../../ui/feedback/toast";
import { TextField } from "../../../../ui/fields/text-field";
import { FormDialog } from "../../../forms/form-dialog";
import type { Schedule } from "../api";
import { formatPattern } from "./format-pattern";
import { useSaveTemplate } from "./template-api";

interface SaveTemplateDialogProps {
  schedule: Schedule;
  onClose: () => void;
}

export function SaveTemplateDialog({ schedule, onClose }: SaveTemplateDialogProps) {
  const { mutateAsync } = useSaveTemplate();
  const form = useForm({
    initial: { name: "" },
    save: ({ name }) => mutateAsync({ name, pattern: schedule.pattern }),
    onSaved: (_, { name }) => {
      onClose();
      showToast(`${name.trim()} can be chosen for new schedules.`);
    },
  });
  return (
    <FormDialog title="Save as template" action="Save template" form={form} onClose={onClose}>
      <TextField
        label="Name"
        {...form.field("name")}
        maxLength={100}
        placeholder="Full day, half hours"
        pattern=".*\S.*"
        required
        autoFocus
      />
      <p className="text-muted text-sm">{formatPattern(schedule.pattern)}</p>
    </FormDialog>
  );
}
