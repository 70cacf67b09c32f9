import { useForm } from "../../../shared/forms/use-form";
import { TextField } from "../../../ui/fields/text-field";
import { FormDialog } from "../../forms/form-dialog";
import { type Student, useSaveStudent } from "./api";

interface StudentDialogProps {
  student?: Student;
  onSaved: (id: string) => void;
  onClose: () => void;
}

export function StudentDialog({ student, onSaved, onClose }: StudentDialogProps) {
  const { mutateAsync } = useSaveStudent();
  const form = useForm({
    initial: {
      full_name: student?.full_name ?? "",
      email: student?.email ?? "",
      program: student?.program ?? "",
      class_year: student?.class_year?.toString() ?? "",
    },
    save: (values) => mutateAsync({ id: student?.id, ...values }),
    onSaved: ({ id }) => onSaved(id),
  });

  return (
    <FormDialog
      title={student ? "Edit student" : "New student"}
      action={student ? "Save" : "Add student"}
      form={form}
      onClose={onClose}
    >
      <TextField
        label="Full name"
        {...form.field("full_name")}
        maxLength={200}
        autoFocus
        required
      />
      <TextField
        label="Email address"
        type="email"
        {...form.field("email")}
        maxLength={254}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Program (optional)"
          help="Shown after the name on a schedule: JD, MBA."
          {...form.field("program")}
          maxLength={100}
        />
        <TextField
          label="Class year (optional)"
          inputMode="numeric"
          pattern="\d{4}"
          title="Enter a year such as 2028."
          {...form.field("class_year")}
        />
      </div>
    </FormDialog>
  );
}
