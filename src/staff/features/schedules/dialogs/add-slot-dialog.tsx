import { addMinutes, differenceInMinutes, parseISO } from "date-fns";
import { useState } from "react";
import { formatTimeRange, zonePlace } from "../../../../lib/dates/format-date";
import { atWallTime, wallTime } from "../../../../lib/dates/wall-time";
import type { Enums } from "../../../../lib/supabase/database.types";
import { showToast } from "../../../../ui/feedback/toast";
import { RadioGroup } from "../../../../ui/fields/radio-group";
import { TextField } from "../../../../ui/fields/text-field";
import { TimeField } from "../../../../ui/fields/time-field";
import { ConflictBanner } from "../../../forms/conflict-banner";
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
  const [first] = useState(() => timesAfter(slots, zone));
  const [start, setStart] = useState(first.start);
  const [end, setEnd] = useState(first.end);
  const [kind, setKind] = useState<Enums<"slot_kind">>("interview");
  const [label, setLabel] = useState("Break");
  const add = useAddSlot();

  function submit() {
    if (!start || !end) return;
    const startsAt = atWallTime(date, start, zone);
    const endsAt = atWallTime(date, end, zone);
    add.mutate(
      { scheduleId: schedule.id, startsAt, endsAt, kind, label },
      {
        onSuccess: () => {
          onClose();
          showToast(`Added ${formatTimeRange(startsAt, endsAt, zone)}.`);
        },
      },
    );
  }

  return (
    <FormDialog
      title="Add a slot"
      action="Add"
      fields={["conflict", "form"]}
      save={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <NotifiedWarning schedule={schedule} links={links} />
      <RadioGroup label="For" options={kinds} value={kind} onChange={setKind} isRow />
      <div className="grid grid-cols-2 gap-4">
        <TimeField
          label="From"
          value={start}
          onChange={(time) => setStart(time ?? "")}
          isRequired
        />
        <TimeField label="To" value={end} onChange={(time) => setEnd(time ?? "")} isRequired />
      </div>
      {kind === "break" && (
        <TextField label="Name" value={label} maxLength={60} onChange={setLabel} />
      )}
      <p className="text-muted text-sm">
        {zonePlace(zone)}. Editing the day’s pattern later makes its slots anew.
      </p>
      <ConflictBanner error={add.error} />
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
