import { addWeeks, formatISO, parseISO } from "date-fns";
import { useNavigate } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import { useForm } from "../../../../shared/forms/use-form";
import { showToast } from "../../../../ui/feedback/toast";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { DateField } from "../../../../ui/fields/date-field";
import { TextField } from "../../../../ui/fields/text-field";
import { FormDialog } from "../../../forms/form-dialog";
import type { Schedule } from "../api";
import { useCopySchedule } from "../slots-api";

interface CopyDialogProps {
  schedule: Schedule;
  onClose: () => void;
}

const nextWeek = (date: string) =>
  formatISO(addWeeks(parseISO(date), 1), { representation: "date" });

/** The same slots on another date, or in another location on this one. */
export function CopyDialog({ schedule, onClose }: CopyDialogProps) {
  const navigate = useNavigate();
  const hasLocation = schedule.format === "in_person";
  const { mutateAsync } = useCopySchedule();
  const form = useForm({
    initial: {
      on_date: hasLocation ? schedule.on_date : nextWeek(schedule.on_date),
      location: "",
      with_interviewers: false,
    },
    save: ({ on_date, location, with_interviewers }) =>
      mutateAsync({
        scheduleId: schedule.id,
        date: on_date,
        location,
        withInterviewers: with_interviewers,
      }),
    onSaved: async ({ id }, { on_date, location }) => {
      await navigate(paths.schedule(id));
      showToast(`Copied to ${[formatDate(on_date), location].filter(Boolean).join(", ")}.`);
    },
  });

  return (
    <FormDialog
      title={`Copy ${formatDate(schedule.on_date)}`}
      action="Copy"
      form={form}
      onClose={onClose}
    >
      <p className="text-muted text-pretty">
        The copy has the same slots at the same times of day, without students, and is not released.
        {hasLocation && " On the same date it needs a location of its own."}
      </p>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <DateField label="Date" {...form.field("on_date")} isRequired />
        {hasLocation && (
          <TextField
            label="Location (optional)"
            {...form.field("location")}
            placeholder={schedule.location ?? undefined}
          />
        )}
      </div>
      {schedule.interviewer_count > 0 && (
        <Checkbox {...form.checkbox("with_interviewers")}>Include its interviewers</Checkbox>
      )}
    </FormDialog>
  );
}
