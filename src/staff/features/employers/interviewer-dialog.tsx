import { useForm } from "../../../shared/forms/use-form";
import { Checkbox } from "../../../ui/fields/checkbox";
import { TextField } from "../../../ui/fields/text-field";
import { FormDialog } from "../../forms/form-dialog";
import { type Interviewer, useSaveInterviewer } from "../interviewers/api";
import { ShareAddressButton, shareAddress } from "../interviewers/shared/share-address";

interface InterviewerDialogProps {
  employerId: string;
  interviewer?: Interviewer;
  onClose: () => void;
}

export function InterviewerDialog({ employerId, interviewer, onClose }: InterviewerDialogProps) {
  const { mutateAsync } = useSaveInterviewer();
  const form = useForm({
    initial: {
      full_name: interviewer?.full_name ?? "",
      email: interviewer?.email ?? "",
      title: interviewer?.title ?? "",
      is_recruiter: interviewer?.is_recruiter ?? false,
      sees_overview: interviewer?.sees_overview ?? false,
    },
    save: (values, button) => {
      const isKept = values.email.trim() === interviewer?.email;
      return mutateAsync({
        id: interviewer?.id,
        employer_id: employerId,
        ...values,
        sees_overview: values.is_recruiter && values.sees_overview,
        ...(!isKept && { shares_email: button === shareAddress }),
      });
    },
    onSaved: onClose,
  });

  return (
    <FormDialog
      title={interviewer ? "Edit interviewer" : "New interviewer"}
      action={interviewer ? "Save" : "Add interviewer"}
      form={form}
      otherActions={<ShareAddressButton error={form.error} />}
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
        help={
          interviewer &&
          "A change resets their Interview Link: what was sent to the old address stops working."
        }
        type="email"
        {...form.field("email")}
        maxLength={254}
        required
      />
      <TextField label="Title (optional)" {...form.field("title")} maxLength={200} />
      <Checkbox {...form.checkbox("is_recruiter")}>
        <span>
          Recruiter
          <span className="block text-muted text-sm">Coordinates for the employer.</span>
        </span>
      </Checkbox>
      {form.values.is_recruiter && (
        <Checkbox {...form.checkbox("sees_overview")} className="ml-6">
          <span>
            Can see all of this employer’s interview days
            <span className="block text-muted text-sm">
              Their page shows every announced day and whether each interviewer has received their
              link. They can have a link resent to its owner and propose substitutes. They never see
              students or other people’s links.
            </span>
          </span>
        </Checkbox>
      )}
    </FormDialog>
  );
}
