import { formatRowRange, formatZone } from "../../../../lib/dates/format-date";
import { atWallTime, wallTime } from "../../../../lib/dates/wall-time";
import { useForm } from "../../../../shared/forms/use-form";
import { showToast } from "../../../../ui/feedback/toast";
import { TimeField } from "../../../../ui/fields/time-field";
import { FormDialog } from "../../../forms/form-dialog";
import { NotifiedWarning } from "../../links/shared/notified-warning";
import type { LinkRow, Schedule, Slot } from "../api";
import { type SlotTimes, useMoveSlot } from "../slots-api";

interface SlotTimeDialogProps {
  schedule: Schedule;
  slot: Slot;
  links: LinkRow[];
  /** Where it was dragged to. */
  requested?: SlotTimes;
  onClose: () => void;
}

export function SlotTimeDialog({ schedule, slot, links, requested, onClose }: SlotTimeDialogProps) {
  const { time_zone: zone, on_date: date } = schedule;
  const { mutateAsync } = useMoveSlot();
  const undo = useMoveSlot();
  const before = { slotId: slot.id, startsAt: slot.starts_at, endsAt: slot.ends_at };
  const who = slot.student?.full_name ?? slot.label ?? "this slot";
  const from = requested?.startsAt ?? slot.starts_at;
  const to = requested?.endsAt ?? slot.ends_at;
  const initial = { start: wallTime(from, zone), end: wallTime(to, zone) };
  const form = useForm({
    initial,
    save: async ({ start, end }) => {
      const times = {
        slotId: slot.id,
        // What is not edited stays, in an hour that comes twice too.
        startsAt: start === initial.start ? from : atWallTime(date, start, zone),
        endsAt: end === initial.end ? to : atWallTime(date, end, zone),
      };
      await mutateAsync(times);
      return times;
    },
    onSaved: ({ startsAt, endsAt }) => {
      onClose();
      const range = formatRowRange(startsAt, endsAt, zone);
      showToast(`Moved to ${range}.`, () => undo.mutate(before));
    },
  });

  return (
    <FormDialog title={`Change the time of ${who}`} action="Save" form={form} onClose={onClose}>
      <NotifiedWarning schedule={schedule} links={links} />
      <div className="grid grid-cols-2 gap-4">
        <TimeField label="From" {...form.field("start")} isRequired />
        <TimeField label="To" {...form.field("end")} isRequired />
      </div>
      <p className="text-muted text-sm">
        {formatZone(zone)}. Editing the day’s pattern later replaces its slots.
      </p>
    </FormDialog>
  );
}
