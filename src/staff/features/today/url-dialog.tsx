import { explainError } from "../../../lib/errors/explain-error";
import { useForm } from "../../../shared/forms/use-form";
import { showToast } from "../../../ui/feedback/toast";
import { TextField } from "../../../ui/fields/text-field";
import { FormDialog } from "../../forms/form-dialog";
import { type Interview, useMeetingUrl } from "./api";

interface UrlDialogProps {
  interview: Interview;
  /** How many interviews of the schedule are not over. */
  count: number;
  onClose: () => void;
}

/** The way out when the room fails: everyone's page leads to the employer's own meeting. */
export function UrlDialog({ interview, count, onClose }: UrlDialogProps) {
  const { schedule_id: scheduleId, employer } = interview;
  const { mutateAsync } = useMeetingUrl();
  const undo = useMeetingUrl((error) => showToast(explainError(error)));
  const form = useForm({
    initial: { meeting_url: "" },
    save: ({ meeting_url }) => mutateAsync({ scheduleId, url: meeting_url }),
    onSaved: () => {
      onClose();
      showToast(`${employer} goes on at its own URL.`, () =>
        undo.mutate({ scheduleId, url: null }),
      );
    },
  });
  return (
    <FormDialog
      title={`Move ${employer} to its own URL?`}
      action="Move the schedule"
      form={form}
      onClose={onClose}
    >
      <p className="text-pretty">
        The whole schedule moves: {count} {count === 1 ? "interview" : "interviews"} still to be
        finished. Whoever is in one of its rooms is shown the way over, and the same Interview Links
        lead there from now on. Nobody is emailed.
      </p>
      <TextField
        label="Meeting URL"
        type="url"
        {...form.field("meeting_url")}
        required
        placeholder="https://meet.example.com/abc"
      />
    </FormDialog>
  );
}
