import { useState } from "react";
import { Checkbox } from "../../../ui/fields/checkbox";
import { TextField } from "../../../ui/fields/text-field";
import { fieldProblem } from "../../forms/field-error";
import { FormDialog } from "../../forms/form-dialog";
import { type Interviewer, type InterviewerDraft, useSaveInterviewer } from "../interviewers/api";

interface InterviewerDialogProps {
  employerId: string;
  interviewer?: Interviewer;
  onClose: () => void;
}

export function InterviewerDialog({ employerId, interviewer, onClose }: InterviewerDialogProps) {
  const [draft, setDraft] = useState<InterviewerDraft>({
    id: interviewer?.id,
    employer_id: employerId,
    full_name: interviewer?.full_name ?? "",
    email: interviewer?.email ?? "",
    title: interviewer?.title ?? "",
    is_recruiter: interviewer?.is_recruiter ?? false,
  });
  const change = (changes: Partial<InterviewerDraft>) => setDraft({ ...draft, ...changes });
  const save = useSaveInterviewer();

  return (
    <FormDialog
      title={interviewer ? "Edit interviewer" : "New interviewer"}
      action={interviewer ? "Save" : "Add interviewer"}
      fields={["full_name", "email"]}
      save={save}
      onSubmit={() => save.mutate(draft, { onSuccess: onClose })}
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
        help={interviewer && "An Interview Link that was sent goes on working after a change."}
        type="email"
        value={draft.email}
        onChange={(email) => change({ email })}
        error={fieldProblem(save.error, "email")}
        maxLength={254}
        required
      />
      <TextField
        label="Title (optional)"
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={200}
      />
      <Checkbox
        isSelected={draft.is_recruiter}
        onChange={(is_recruiter) => change({ is_recruiter })}
      >
        <span>
          Recruiter
          <span className="block text-muted text-sm">Coordinates for the employer.</span>
        </span>
      </Checkbox>
    </FormDialog>
  );
}
