import { useState } from "react";
import { TextField } from "../../../ui/fields/text-field";
import { fieldProblem } from "../../forms/field-error";
import { FormDialog } from "../../forms/form-dialog";
import { type Employer, useSaveEmployer } from "./api";

interface EmployerDialogProps {
  employer?: Employer;
  onSaved: (id: string) => void;
  onClose: () => void;
}

export function EmployerDialog({ employer, onSaved, onClose }: EmployerDialogProps) {
  const [name, setName] = useState(employer?.name ?? "");
  const [website, setWebsite] = useState(employer?.website ?? "");
  const save = useSaveEmployer();

  return (
    <FormDialog
      title={employer ? "Edit employer" : "New employer"}
      action={employer ? "Save" : "Add employer"}
      fields={["name", "website"]}
      save={save}
      onSubmit={() =>
        save.mutate({ id: employer?.id, name, website }, { onSuccess: ({ id }) => onSaved(id) })
      }
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        error={fieldProblem(save.error, "name")}
        maxLength={200}
        autoFocus
        required
      />
      <TextField
        label="Website (optional)"
        type="url"
        value={website}
        onChange={setWebsite}
        error={fieldProblem(save.error, "website")}
        placeholder="https://"
      />
    </FormDialog>
  );
}
