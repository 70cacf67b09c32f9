import { formatRowRange } from "../../../../lib/dates/format-date";
import { useForm } from "../../../../shared/forms/use-form";
import { showToast } from "../../../../ui/feedback/toast";
import { CheckboxList } from "../../../../ui/fields/checkbox-list";
import { FormDialog } from "../../../forms/form-dialog";
import type { LinkRow, Schedule, Slot } from "../api";
import { useSetSlotInterviewers } from "../slots-api";

interface SlotInterviewersDialogProps {
  schedule: Schedule;
  slot: Slot;
  links: LinkRow[];
  onClose: () => void;
}

/** The interviewers of one slot, among the schedule's. */
export function SlotInterviewersDialog(props: SlotInterviewersDialogProps) {
  const { schedule, slot, links, onClose } = props;
  const everyone = links.flatMap(({ interviewer_id }) => interviewer_id ?? []);
  const named = slot.slot_interviewers.map(({ interviewer_id }) => interviewer_id);
  const { mutateAsync } = useSetSlotInterviewers();
  const range = formatRowRange(slot.starts_at, slot.ends_at, schedule.time_zone);
  // Nobody stands for everyone.
  const isEveryone = (ids: string[]) => ids.length === everyone.length || ids.length === 0;
  const form = useForm({
    initial: {
      interviewer_ids: everyone.filter((id) => named.length === 0 || named.includes(id)),
    },
    save: ({ interviewer_ids }) =>
      mutateAsync({
        slotId: slot.id,
        interviewerIds: isEveryone(interviewer_ids) ? [] : interviewer_ids,
      }),
    onSaved: (_, { interviewer_ids }) => {
      onClose();
      showToast(
        isEveryone(interviewer_ids)
          ? `Everyone interviews at ${range}.`
          : `Interviewers for ${range} saved.`,
      );
    },
  });

  return (
    <FormDialog title={`Interviewers, ${range}`} action="Save" form={form} onClose={onClose}>
      <CheckboxList
        label="Who interviews in this slot"
        options={links.map(({ interviewer_id, full_name }) => ({
          id: interviewer_id ?? "",
          full_name,
        }))}
        {...form.field("interviewer_ids")}
      >
        {({ full_name }) => full_name}
      </CheckboxList>
      <p role="status" className="text-muted text-sm">
        {isEveryone(form.values.interviewer_ids)
          ? "Everyone on the schedule interviews in this slot."
          : "The others are free for another schedule at this time."}
      </p>
    </FormDialog>
  );
}
