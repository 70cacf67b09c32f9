import { addWeeks, formatISO, parseISO } from "date-fns";
import { useState } from "react";
import { useNavigate } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { problemAt } from "../../../../lib/errors/messages";
import { paths } from "../../../../paths";
import { showToast } from "../../../../ui/feedback/toast";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { DateField } from "../../../../ui/fields/date-field";
import { TextField } from "../../../../ui/fields/text-field";
import { ConflictBanner } from "../../../forms/conflict-banner";
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
  const [date, setDate] = useState(hasLocation ? schedule.on_date : nextWeek(schedule.on_date));
  const [location, setLocation] = useState("");
  const [withInterviewers, setWithInterviewers] = useState(false);
  const copy = useCopySchedule();

  const submit = () =>
    copy.mutate(
      { scheduleId: schedule.id, date, location, withInterviewers },
      {
        onSuccess: async ({ id }) => {
          await navigate(paths.schedule(id));
          showToast(`Copied to ${[formatDate(date), location].filter(Boolean).join(", ")}.`);
        },
      },
    );

  return (
    <FormDialog
      title={`Copy ${formatDate(schedule.on_date)}`}
      action="Copy"
      fields={["on_date", "conflict", "form"]}
      save={copy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-muted text-pretty">
        The copy has the same slots at the same times of day, without students, and is not released.
        {hasLocation && " On the same date it needs a location of its own."}
      </p>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <DateField
          label="Date"
          value={date || null}
          onChange={(value) => {
            setDate(value ?? "");
            copy.reset();
          }}
          error={problemAt(copy.error, "on_date")}
          isRequired
        />
        {hasLocation && (
          <TextField
            label="Location (optional)"
            value={location}
            onChange={(value) => {
              setLocation(value);
              copy.reset();
            }}
            placeholder={schedule.location ?? undefined}
          />
        )}
      </div>
      {schedule.interviewer_count > 0 && (
        <Checkbox isSelected={withInterviewers} onChange={setWithInterviewers}>
          Also its interviewers
        </Checkbox>
      )}
      <ConflictBanner error={copy.error} />
    </FormDialog>
  );
}
