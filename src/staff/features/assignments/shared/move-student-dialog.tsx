import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatTimeRange } from "../../../../lib/dates/format-date";
import { Spinner } from "../../../../ui/feedback/spinner";
import { ConflictBanner } from "../../../forms/conflict-banner";
import { FormDialog } from "../../../forms/form-dialog";
import type { Schedule, Slot } from "../../schedules/api";
import { ociSlotsQuery } from "../api";
import { SlotPicker } from "../slot-picker";
import { useMoveStudent } from "./use-move-student";

interface MoveStudentDialogProps {
  kind: "swap" | "move";
  schedule: Schedule;
  slot: Slot;
  onClose: () => void;
}

const labels = {
  swap: { title: "Swap", action: "Swap", label: "With", empty: "No other student has a slot." },
  move: { title: "Move", action: "Move", label: "To", empty: "No slot of this OCI is open." },
};

export function MoveStudentDialog({ kind, schedule, slot, onClose }: MoveStudentDialogProps) {
  const [targetId, setTargetId] = useState<string | null>(null);
  const slots = useQuery(ociSlotsQuery(schedule.oci_id));
  const change = useMoveStudent(onClose);
  const { title, action, label, empty } = labels[kind];
  const targets = (slots.data ?? []).filter(
    ({ student_id, outcome }) =>
      !outcome && (kind === "move" ? !student_id : student_id && student_id !== slot.student_id),
  );
  const target = targets.find(({ id }) => id === targetId);
  return (
    <FormDialog
      title={`${title} ${slot.student?.full_name}`}
      action={action}
      fields={["conflict", "form"]}
      save={change}
      onSubmit={() => target && change.move(slot, target, target.schedule.time_zone)}
      onClose={onClose}
    >
      <p className="text-muted">
        Now {formatTimeRange(slot.starts_at, slot.ends_at, schedule.time_zone)}. Any day of this OCI
        may be chosen.
      </p>
      {slots.isPending && <Spinner label="Loading…" />}
      {slots.data && (
        <SlotPicker
          label={label}
          slots={targets}
          value={targetId}
          onChange={(id) => {
            setTargetId(id);
            change.reset();
          }}
          isRequired
          emptyText={empty}
        />
      )}
      <ConflictBanner error={change.error} />
    </FormDialog>
  );
}
