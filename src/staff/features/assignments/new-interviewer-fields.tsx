import type { Form } from "../../../shared/forms/use-form";
import { IconButton } from "../../../ui/buttons/button";
import { Checkbox } from "../../../ui/fields/checkbox";
import { TextField } from "../../../ui/fields/text-field";
import type { NewInterviewer } from "./assign-api";

interface NewInterviewerFieldsProps {
  employer: string;
  form: Pick<Form<NewInterviewer>, "field" | "checkbox">;
  onRemove?: () => void;
}

export function NewInterviewerFields({ employer, form, onRemove }: NewInterviewerFieldsProps) {
  return (
    <fieldset className="relative grid gap-3 rounded-lg border border-line p-3 sm:grid-cols-2">
      <legend className="sr-only">New interviewer</legend>
      <p aria-hidden="true" className="flex items-center justify-between text-sm sm:col-span-2">
        <span className="text-muted">A new person of {employer}</span>
      </p>
      <TextField label="Full name" {...form.field("full_name")} maxLength={200} required />
      <TextField
        label="Email address"
        type="email"
        {...form.field("email")}
        maxLength={254}
        required
      />
      <TextField label="Title (optional)" {...form.field("title")} maxLength={200} />
      <Checkbox {...form.checkbox("is_recruiter")} className="sm:mt-6">
        Recruiter
      </Checkbox>
      {onRemove && (
        <IconButton
          icon="x"
          label="No new interviewer"
          onClick={onRemove}
          className="absolute top-1.5 right-1.5"
        />
      )}
    </fieldset>
  );
}
