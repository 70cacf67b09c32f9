import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { problemAt } from "../../../lib/errors/messages";
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
  const [url, setUrl] = useState("");
  const save = useMeetingUrl();
  const undo = useMeetingUrl((error) => showToast(explainError(error)));
  const submit = () =>
    save.mutate(
      { scheduleId, url },
      {
        onSuccess: () => {
          onClose();
          showToast(`${employer} goes on at its own URL.`, () =>
            undo.mutate({ scheduleId, url: null }),
          );
        },
      },
    );
  return (
    <FormDialog
      title={`Move ${employer} to its own URL?`}
      action="Move the schedule"
      fields={["meeting_url"]}
      save={save}
      onSubmit={submit}
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
        value={url}
        required
        placeholder="https://meet.example.com/abc"
        error={problemAt(save.error, "meeting_url")}
        onChange={(value) => {
          setUrl(value);
          save.reset();
        }}
      />
    </FormDialog>
  );
}
