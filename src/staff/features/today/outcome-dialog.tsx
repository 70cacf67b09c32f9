import { explainError } from "../../../lib/errors/explain-error";
import { useForm } from "../../../shared/forms/use-form";
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
  const { id: slotId, student, state, outcome, outcome_note } = interview;
  const likely = state === "missed" ? "student_no_show" : "completed";
  const { mutateAsync } = useSetOutcome();
  const undo = useSetOutcome((error) => showToast(explainError(error)));
  const form = useForm({
    initial: { outcome: (outcome ?? likely) as Choice, note: outcome_note ?? "" },
    save: (values) =>
      values.outcome === "none"
        ? mutateAsync({ slotId, outcome: null, note: null })
        : mutateAsync({ slotId, outcome: values.outcome, note: values.note }),
    onSaved: (_, { outcome: chosen }) => {
      onClose();
      showToast(
        chosen === "none"
          ? `${student}: outcome cleared.`
          : `${student}: ${outcomeLabels[chosen]}.`,
        () => undo.mutate({ slotId, outcome, note: outcome_note }),
      );
    },
  });

  return (
    <FormDialog
      title={`Outcome: ${student}, ${interview.employer}`}
      action="Save"
      form={form}
      onClose={onClose}
    >
      <RadioGroup
        label="Outcome"
        options={outcome ? [...outcomes, { id: "none", label: "No outcome yet" }] : outcomes}
        {...form.field("outcome")}
      />
      {form.values.outcome !== "none" && (
        <TextArea label="Note (optional, for the office)" {...form.field("note")} maxLength={500} />
      )}
    </FormDialog>
  );
}
