import { useForm } from "../../../shared/forms/use-form";
import { TextField } from "../../../ui/fields/text-field";
import { FormDialog } from "../../forms/form-dialog";
import { type Employer, useSaveEmployer } from "./api";

interface EmployerDialogProps {
  employer?: Employer;
  onSaved: (id: string) => void;
  onClose: () => void;
}

export function EmployerDialog({ employer, onSaved, onClose }: EmployerDialogProps) {
  const { mutateAsync } = useSaveEmployer();
  const form = useForm({
    initial: { name: employer?.name ?? "", website: employer?.website ?? "" },
    save: (values) => mutateAsync({ id: employer?.id, ...values }),
    onSaved: ({ id }) => onSaved(id),
  });

  return (
    <FormDialog
      title={employer ? "Edit employer" : "New employer"}
      action={employer ? "Save" : "Add employer"}
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" {...form.field("name")} maxLength={200} autoFocus required />
      <TextField
        label="Website (optional)"
        type="url"
        {...form.field("website")}
        placeholder="https://"
      />
    </FormDialog>
  );
}
