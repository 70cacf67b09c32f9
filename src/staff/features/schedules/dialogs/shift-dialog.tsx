import { addMinutes, parseISO } from "date-fns";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { formatZonedRange } from "../../../../lib/dates/format-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { useForm } from "../../../../shared/forms/use-form";
import { SegmentedControl } from "../../../../ui/buttons/segmented-control";
import { showToast } from "../../../../ui/feedback/toast";
import { NumberField } from "../../../../ui/fields/number-field";
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

interface Shift {
  by: number;
  direction: (typeof directions)[number]["id"];
}

const minutesOf = ({ by, direction }: Shift) => (direction === "later" ? by : -by);

/** The whole day by some minutes, students and breaks with it. */
export function ShiftDialog({ schedule, links, onClose }: ShiftDialogProps) {
  const { mutateAsync } = useShiftSchedule();
  const undo = useShiftSchedule();
  const { id: scheduleId, starts_at, ends_at, time_zone: zone } = schedule;
  const form = useForm({
    initial: { by: 30, direction: "later" } as Shift,
    save: (values) => mutateAsync({ scheduleId, minutes: minutesOf(values) }),
    onSaved: (_, values) => {
      onClose();
      showToast(`The day is now ${rangeAfter(values)}.`, () =>
        undo.mutate(
          { scheduleId, minutes: -minutesOf(values) },
          { onError: (error) => showToast(explainError(error)) },
        ),
      );
    },
  });
  if (!starts_at || !ends_at) return null;
  function rangeAfter(values: Shift) {
    const moved = (instant: string) => addMinutes(parseISO(instant), minutesOf(values));
    return formatZonedRange(moved(starts_at ?? ""), moved(ends_at ?? ""), zone);
  }

  return (
    <FormDialog
      title={`Move the whole day: ${formatDate(schedule.on_date)}`}
      action="Move the day"
      form={form}
      onClose={onClose}
    >
      <NotifiedWarning schedule={schedule} links={links} />
      <div className="flex flex-wrap items-end gap-3">
        <NumberField
          label="By"
          unit="minute"
          {...form.field("by")}
          min={5}
          max={720}
          step={5}
          isRequired
          className="w-40"
        />
        <SegmentedControl label="Direction" options={directions} {...form.field("direction")} />
      </div>
      <p role="status" className="tabular-nums">
        Then {rangeAfter(form.values)}
        {schedule.assigned_count > 0 && (
          <span className="text-muted"> · students keep their slots</span>
        )}
      </p>
    </FormDialog>
  );
}
