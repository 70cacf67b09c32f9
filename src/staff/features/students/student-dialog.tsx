import { useState } from "react";
import { TextField } from "../../../ui/fields/text-field";
import { fieldProblem } from "../../forms/field-error";
import { FormDialog } from "../../forms/form-dialog";
import { type Student, type StudentDraft, useSaveStudent } from "./api";

interface StudentDialogProps {
  student?: Student;
  onSaved: (id: string) => void;
  onClose: () => void;
}

export function StudentDialog({ student, onSaved, onClose }: StudentDialogProps) {
  const [draft, setDraft] = useState<StudentDraft>({
    id: student?.id,
    full_name: student?.full_name ?? "",
    email: student?.email ?? "",
    program: student?.program ?? "",
    class_year: student?.class_year?.toString() ?? "",
  });
  const change = (changes: Partial<StudentDraft>) => setDraft({ ...draft, ...changes });
  const save = useSaveStudent();

  return (
    <FormDialog
      title={student ? "Edit student" : "New student"}
      action={student ? "Save" : "Add student"}
      fields={["full_name", "email", "class_year"]}
      save={save}
      onSubmit={() => save.mutate(draft, { onSuccess: ({ id }) => onSaved(id) })}
      onClose={onClose}
    >
      <TextField
        label="Full name"
        value={draft.full_name}
        onChange={(full_name) => change({ full_name })}
        error={fieldProblem(save.error, "full_name")}
        maxLength={200}
        autoFocus
        required
      />
      <TextField
        label="Email address"
        type="email"
        value={draft.email}
        onChange={(email) => change({ email })}
        error={fieldProblem(save.error, "email")}
        maxLength={254}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Program (optional)"
          help="Follows the name on a schedule: JD, MBA."
          value={draft.program}
          onChange={(program) => change({ program })}
          maxLength={100}
        />
        <TextField
          label="Class year (optional)"
          inputMode="numeric"
          pattern="\d{4}"
          title="Enter a year such as 2028."
          value={draft.class_year}
          onChange={(class_year) => change({ class_year })}
          error={fieldProblem(save.error, "class_year")}
        />
      </div>
    </FormDialog>
  );
}
