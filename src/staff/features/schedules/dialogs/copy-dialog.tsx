import { addWeeks, formatISO, parseISO } from "date-fns";
import { useNavigate } from "react-router";
import { formatDate } from "../../../../lib/dates/format-day";
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

/** The same slots on another date, or in another room on this one. */
export function CopyDialog({ schedule, onClose }: CopyDialogProps) {
  const navigate = useNavigate();
  const hasRoom = schedule.format === "in_person";
  const { mutateAsync } = useCopySchedule();
  const form = useForm({
    initial: {
      on_date: hasRoom ? schedule.on_date : nextWeek(schedule.on_date),
      room: "",
      with_interviewers: false,
    },
    save: ({ on_date, room, with_interviewers }) =>
      mutateAsync({
        scheduleId: schedule.id,
        date: on_date,
        room,
        withInterviewers: with_interviewers,
      }),
    onSaved: async ({ id }, { on_date, room }) => {
      await navigate(paths.schedule(id));
      showToast(`Copied to ${[formatDate(on_date), room].filter(Boolean).join(", ")}.`);
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
        {hasRoom && " On the same date it needs a room of its own."}
      </p>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <DateField label="Date" {...form.field("on_date")} isRequired />
        {hasRoom && (
          <TextField
            label="Room (optional)"
            {...form.field("room")}
            placeholder={schedule.room ?? undefined}
          />
        )}
      </div>
      {schedule.interviewer_count > 0 && (
        <Checkbox {...form.checkbox("with_interviewers")}>Also its interviewers</Checkbox>
      )}
    </FormDialog>
  );
}
