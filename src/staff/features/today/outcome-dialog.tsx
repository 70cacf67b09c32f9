import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { showToast } from "../../../ui/feedback/toast";
import { RadioGroup } from "../../../ui/fields/radio-group";
import { TextArea } from "../../../ui/fields/text-area";
import { FormDialog } from "../../forms/form-dialog";
import { optionsOf, outcomeLabels } from "../../labels";
import { type Interview, type Outcome, useSetOutcome } from "./api";

type Choice = Outcome | "none";

const outcomes: { id: Choice; label: string }[] = optionsOf(outcomeLabels);

interface OutcomeDialogProps {
  interview: Interview;
  onClose: () => void;
}

export function OutcomeDialog({ interview, onClose }: OutcomeDialogProps) {
  const { id: slotId, student, state, outcome, outcome_note: note } = interview;
  const likely = state === "missed" ? "student_no_show" : "completed";
  const [choice, setChoice] = useState<Choice>(outcome ?? likely);
  const [text, setText] = useState(note ?? "");
  const save = useSetOutcome();
  const undo = useSetOutcome((error) => showToast(explainError(error)));
  const isNone = choice === "none";

  const submit = () =>
    save.mutate(
      { slotId, outcome: isNone ? null : choice, note: isNone ? null : text },
      {
        onSuccess: () => {
          onClose();
          showToast(
            isNone ? `${student}: outcome taken back.` : `${student}: ${outcomeLabels[choice]}.`,
            () => undo.mutate({ slotId, outcome, note }),
          );
        },
      },
    );

  return (
    <FormDialog
      title={`Outcome: ${student}, ${interview.employer}`}
      action="Save"
      fields={[]}
      save={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        label="What became of it"
        options={outcome ? [...outcomes, { id: "none", label: "No outcome yet" }] : outcomes}
        value={choice}
        onChange={setChoice}
      />
      {!isNone && (
        <TextArea
          label="Note (optional, for the office)"
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
