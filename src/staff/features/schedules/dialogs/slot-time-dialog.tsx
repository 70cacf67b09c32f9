import { useState } from "react";
import { formatTimeRange, zonePlace } from "../../../../lib/dates/format-date";
import { atWallTime, wallTime } from "../../../../lib/dates/wall-time";
import { showToast } from "../../../../ui/feedback/toast";
import { TimeField } from "../../../../ui/fields/time-field";
import { ConflictBanner } from "../../../forms/conflict-banner";
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
  const [start, setStart] = useState(wallTime(requested?.startsAt ?? slot.starts_at, zone));
  const [end, setEnd] = useState(wallTime(requested?.endsAt ?? slot.ends_at, zone));
  const move = useMoveSlot();
  const undo = useMoveSlot();
  const before = { slotId: slot.id, startsAt: slot.starts_at, endsAt: slot.ends_at };
  const who = slot.student?.full_name ?? slot.label ?? "this slot";

  function submit() {
    if (!start || !end) return;
    const startsAt = atWallTime(date, start, zone);
    const endsAt = atWallTime(date, end, zone);
    move.mutate(
      { slotId: slot.id, startsAt, endsAt },
      {
        onSuccess: () => {
          onClose();
          const range = formatTimeRange(startsAt, endsAt, zone);
          showToast(`Moved to ${range}.`, () => undo.mutate(before));
        },
      },
    );
  }

  return (
    <FormDialog
      title={`Change the time of ${who}`}
      action="Save"
      fields={["conflict", "form"]}
      save={move}
      onSubmit={submit}
      onClose={onClose}
    >
      <NotifiedWarning schedule={schedule} links={links} />
      <div className="grid grid-cols-2 gap-4">
        <TimeField
          label="From"
          value={start}
          onChange={(time) => setStart(time ?? "")}
          isRequired
        />
        <TimeField label="To" value={end} onChange={(time) => setEnd(time ?? "")} isRequired />
      </div>
      <p className="text-muted text-sm">
        {zonePlace(zone)}. Editing the day’s pattern later makes its slots anew.
      </p>
      <ConflictBanner error={move.error} />
    </FormDialog>
  );
}
