import { useQuery } from "@tanstack/react-query";
import { formatRowRange } from "../../../../lib/dates/format-date";
import { useForm } from "../../../../shared/forms/use-form";
import { Spinner } from "../../../../ui/feedback/spinner";
import { FormDialog } from "../../../forms/form-dialog";
import type { Schedule, Slot } from "../../schedules/api";
import { ociSlotsQuery } from "../api";
import { SlotPicker } from "../slot-picker";
import { moveOf, useMoveStudent } from "./use-move-student";

interface MoveStudentDialogProps {
  kind: "swap" | "move";
  schedule: Schedule;
  slot: Slot;
  onClose: () => void;
}

const labels = {
  swap: { title: "Swap", action: "Swap", label: "With", empty: "No other student has a slot." },
  move: { title: "Move", action: "Move", label: "To", empty: "This OCI has no open slot." },
};

export function MoveStudentDialog({ kind, schedule, slot, onClose }: MoveStudentDialogProps) {
  const slots = useQuery(ociSlotsQuery(schedule.oci_id));
  const { mutateAsync } = useMoveStudent();
  const { title, action, label, empty } = labels[kind];
  const targets = (slots.data ?? []).filter(
    ({ student_id, outcome }) =>
      !outcome && (kind === "move" ? !student_id : student_id && student_id !== slot.student_id),
  );
  const form = useForm({
    initial: { slot_id: null as string | null },
    save: async ({ slot_id }) => {
      const target = targets.find(({ id }) => id === slot_id);
      return target && mutateAsync(moveOf(slot, target, target.schedule.time_zone));
    },
    onSaved: onClose,
  });
  return (
    <FormDialog
      title={`${title} ${slot.student?.full_name}`}
      action={action}
      isDisabled={targets.every(({ id }) => id !== form.values.slot_id)}
      form={form}
      onClose={onClose}
    >
      <p className="text-muted">
        Now {formatRowRange(slot.starts_at, slot.ends_at, schedule.time_zone)}. You can choose any
        day of this OCI.
      </p>
      {slots.isPending && <Spinner label="Loading…" />}
      {slots.data && (
        <SlotPicker
          label={label}
          slots={targets}
          {...form.field("slot_id")}
          isRequired
          emptyText={empty}
        />
      )}
    </FormDialog>
  );
}
