import { useState } from "react";
import { problemAt } from "../../../../lib/errors/messages";
import { showToast } from "../../../../ui/feedback/toast";
import { TextField } from "../../../../ui/fields/text-field";
import { FormDialog } from "../../../forms/form-dialog";
import type { Schedule } from "../api";
import { formatPattern } from "./format-pattern";
import { useSaveTemplate } from "./template-api";

interface SaveTemplateDialogProps {
  schedule: Schedule;
  onClose: () => void;
}

export function SaveTemplateDialog({ schedule, onClose }: SaveTemplateDialogProps) {
  const [name, setName] = useState("");
  const save = useSaveTemplate();
  return (
    <FormDialog
      title="Save as template"
      action="Save template"
      fields={["name"]}
      save={save}
      onSubmit={() =>
        save.mutate(
          { name, pattern: schedule.pattern },
          {
            onSuccess: () => {
              onClose();
              showToast(`${name.trim()} can be chosen for new schedules.`);
            },
          },
        )
      }
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        error={problemAt(save.error, "name")}
        maxLength={100}
        placeholder="Full day, half hours"
        pattern=".*\S.*"
        required
        autoFocus
      />
      <p className="text-muted text-sm">{formatPattern(schedule.pattern)}</p>
    </FormDialog>
  );
}
