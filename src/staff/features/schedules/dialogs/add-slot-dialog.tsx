import { addMinutes, differenceInMinutes, parseISO } from "date-fns";
import { formatRowRange, formatZone } from "../../../../lib/dates/format-date";
import { atWallTime, wallTime } from "../../../../lib/dates/wall-time";
import type { Enums } from "../../../../lib/supabase/database.types";
import { useForm } from "../../../../shared/forms/use-form";
import { showToast } from "../../../../ui/feedback/toast";
import { RadioGroup } from "../../../../ui/fields/radio-group";
import { TextField } from "../../../../ui/fields/text-field";
import { TimeField } from "../../../../ui/fields/time-field";
import { FormDialog } from "../../../forms/form-dialog";
import { NotifiedWarning } from "../../links/shared/notified-warning";
import type { LinkRow, Schedule, Slot } from "../api";
import { useAddSlot } from "../slots-api";

interface AddSlotDialogProps {
  schedule: Schedule;
  slots: Slot[];
  links: LinkRow[];
  onClose: () => void;
}

const kinds = [
  { id: "interview", label: "Interview" },
  { id: "break", label: "Break" },
] as const;

/** One more slot; it begins as the next one after the day's last. */
export function AddSlotDialog({ schedule, slots, links, onClose }: AddSlotDialogProps) {
  const { time_zone: zone, on_date: date } = schedule;
  const { mutateAsync } = useAddSlot();
  const form = useForm({
    initial: {
      kind: "interview" as Enums<"slot_kind">,
      ...timesAfter(slots, zone),
      label: "Break",
    },
    save: async ({ kind, start, end, label }) => {
      const startsAt = atWallTime(date, start, zone);
      const endsAt = atWallTime(date, end, zone);
      await mutateAsync({ scheduleId: schedule.id, startsAt, endsAt, kind, label });
      return formatRowRange(startsAt, endsAt, zone);
    },
    onSaved: (range) => {
      onClose();
      showToast(`Added ${range}.`);
    },
  });

  return (
    <FormDialog title="Add a slot" action="Add" form={form} onClose={onClose}>
      <NotifiedWarning schedule={schedule} links={links} />
      <RadioGroup label="For" options={kinds} {...form.field("kind")} isRow />
      <div className="grid grid-cols-2 gap-4">
        <TimeField label="From" {...form.field("start")} isRequired />
        <TimeField label="To" {...form.field("end")} isRequired />
      </div>
      {form.values.kind === "break" && (
        <TextField label="Name" {...form.field("label")} maxLength={60} />
      )}
      <p className="text-muted text-sm">
        {formatZone(zone)}. Editing the day’s pattern later replaces its slots.
      </p>
    </FormDialog>
  );
}

function timesAfter(slots: Slot[], zone: string): { start: string; end: string } {
  const last = slots.at(-1);
  if (!last) return { start: "09:00", end: "09:30" };
  const interview = slots.find(({ kind }) => kind === "interview") ?? last;
  const minutes = differenceInMinutes(parseISO(interview.ends_at), parseISO(interview.starts_at));
  const end = addMinutes(parseISO(last.ends_at), minutes).toISOString();
  return { start: wallTime(last.ends_at, zone), end: wallTime(end, zone) };
}
