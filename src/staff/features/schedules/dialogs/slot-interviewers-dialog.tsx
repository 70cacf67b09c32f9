import { useState } from "react";
import { formatTimeRange } from "../../../../lib/dates/format-date";
import { showToast } from "../../../../ui/feedback/toast";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { ConflictBanner } from "../../../forms/conflict-banner";
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
  const everyone = links.map(({ interviewer_id }) => interviewer_id);
  const named = slot.slot_interviewers.map(({ interviewer_id }) => interviewer_id);
  const [chosen, setChosen] = useState(named.length > 0 ? named : everyone);
  const save = useSetSlotInterviewers();
  const range = formatTimeRange(slot.starts_at, slot.ends_at, schedule.time_zone);
  const isEveryone = chosen.length === everyone.length || chosen.length === 0;

  const submit = () =>
    save.mutate(
      { slotId: slot.id, interviewerIds: isEveryone ? [] : chosen },
      {
        onSuccess: () => {
          onClose();
          showToast(
            isEveryone ? `Everyone takes ${range}.` : `The interviewers of ${range} are saved.`,
          );
        },
      },
    );

  return (
    <FormDialog
      title={`Interviewers, ${range}`}
      action="Save"
      fields={["clash", "form"]}
      save={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <fieldset>
        <legend className="mb-1 text-muted text-sm">Who takes this slot</legend>
        {links.map((link) => (
          <Checkbox
            key={link.interviewer_id}
            isSelected={chosen.includes(link.interviewer_id)}
            onChange={(isOn) => {
              save.reset();
              setChosen(
                isOn
                  ? [...chosen, link.interviewer_id]
                  : chosen.filter((id) => id !== link.interviewer_id),
              );
            }}
            className="py-1"
          >
            {link.full_name}
          </Checkbox>
        ))}
      </fieldset>
      <p role="status" className="text-muted text-sm">
        {isEveryone
          ? "Everyone on the schedule takes this slot."
          : "The others are free at this time for another schedule."}
      </p>
      <ConflictBanner error={save.error} />
    </FormDialog>
  );
}
