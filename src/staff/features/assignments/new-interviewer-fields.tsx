import { problemAt } from "../../../lib/errors/messages";
import { IconButton } from "../../../ui/buttons/button";
import { Checkbox } from "../../../ui/fields/checkbox";
import { TextField } from "../../../ui/fields/text-field";
import type { NewInterviewer } from "./assign-api";

interface NewInterviewerFieldsProps {
  employer: string;
  person: NewInterviewer;
  onChange: (person: NewInterviewer) => void;
  onRemove?: () => void;
  error: unknown;
}

export function NewInterviewerFields(props: NewInterviewerFieldsProps) {
  const { employer, person, onChange, onRemove, error } = props;
  const change = (changes: Partial<NewInterviewer>) => onChange({ ...person, ...changes });
  return (
    <fieldset className="relative grid gap-3 rounded-lg border border-line p-3 sm:grid-cols-2">
      <legend className="sr-only">New interviewer</legend>
      <p aria-hidden="true" className="flex items-center justify-between text-sm sm:col-span-2">
        <span className="text-muted">A new person of {employer}</span>
      </p>
      <TextField
        label="Full name"
        value={person.full_name}
        onChange={(full_name) => change({ full_name })}
        maxLength={200}
        required
      />
      <TextField
        label="Email address"
        type="email"
        value={person.email}
        onChange={(email) => change({ email })}
        maxLength={254}
        error={problemAt(error, "email")}
        required
      />
      <TextField
        label="Title (optional)"
        value={person.title}
        onChange={(title) => change({ title })}
        maxLength={200}
      />
      <Checkbox
        isSelected={person.is_recruiter}
        onChange={(is_recruiter) => change({ is_recruiter })}
        className="sm:mt-6"
      >
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
