import { addMinutes, parseISO } from "date-fns";
import { useState } from "react";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { formatTimeRange, zoneAbbreviation } from "../../../../lib/dates/format-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { SegmentedControl } from "../../../../ui/buttons/segmented-control";
import { showToast } from "../../../../ui/feedback/toast";
import { NumberField } from "../../../../ui/fields/number-field";
import { ConflictBanner } from "../../../forms/conflict-banner";
import { FormDialog } from "../../../forms/form-dialog";
import { NotifiedWarning } from "../../links/shared/notified-warning";
import type { LinkRow, Schedule } from "../api";
import { useShiftSchedule } from "../slots-api";

interface ShiftDialogProps {
  schedule: Schedule;
  links: LinkRow[];
  onClose: () => void;
}

const directions = [
  { id: "later", label: "Later" },
  { id: "earlier", label: "Earlier" },
] as const;

/** The whole day by some minutes, students and breaks with it. */
export function ShiftDialog({ schedule, links, onClose }: ShiftDialogProps) {
  const [by, setBy] = useState(30);
  const [direction, setDirection] = useState<"later" | "earlier">("later");
  const shift = useShiftSchedule();
  const undo = useShiftSchedule();
  const { id: scheduleId, starts_at, ends_at, time_zone: zone } = schedule;
  if (!starts_at || !ends_at) return null;
  const minutes = direction === "later" ? by : -by;
  const moved = (instant: string) => addMinutes(parseISO(instant), minutes);
  const then = formatTimeRange(moved(starts_at), moved(ends_at), zone);

  const submit = () =>
    shift.mutate(
      { scheduleId, minutes },
      {
        onSuccess: () => {
          onClose();
          showToast(`The day is now ${then}.`, () =>
            undo.mutate(
              { scheduleId, minutes: -minutes },
              { onError: (error) => showToast(explainError(error)) },
            ),
          );
        },
      },
    );

  return (
    <FormDialog
      title={`Move all of ${formatDate(schedule.on_date)}`}
      action="Move the day"
      fields={["conflict", "form"]}
      save={shift}
      onSubmit={submit}
      onClose={onClose}
    >
      <NotifiedWarning schedule={schedule} links={links} />
      <div className="flex flex-wrap items-end gap-3">
        <NumberField
          label="By"
          unit="minute"
          value={by}
          onChange={(value) => {
            setBy(value);
            shift.reset();
          }}
          min={5}
          max={720}
          step={5}
          isRequired
          className="w-40"
        />
        <SegmentedControl
          label="Direction"
          options={directions}
          value={direction}
          onChange={(value) => {
            setDirection(value);
            shift.reset();
          }}
        />
      </div>
      <p role="status" className="tabular-nums">
        Then {then} {zoneAbbreviation(starts_at, zone)}
        {schedule.assigned_count > 0 && (
          <span className="text-muted"> · students keep their slots</span>
        )}
      </p>
      <ConflictBanner error={shift.error} />
    </FormDialog>
  );
}
