import { useState } from "react";
import { useNavigate } from "react-router";
import { paramsOf } from "../../../../lib/errors/domain-error";
import { paths } from "../../../../paths";
import { ErrorBanner } from "../../../../shared/forms/error-banner";
import { useForm } from "../../../../shared/forms/use-form";
import { Button } from "../../../../ui/buttons/button";
import { showToast } from "../../../../ui/feedback/toast";
import { FormFrame } from "../../../forms/form-frame";
import { useLeave } from "../../../forms/unsaved-work";
import { useSaveSchedule } from "../api";
import { TemplateField } from "../templates/template-field";
import { BreakFields } from "./break-fields";
import { DayFields } from "./day-fields";
import { LocationFields } from "./location-fields";
import { type LosingStudent, LosingStudents } from "./losing-students";
import { draftOf, type OpenedSchedule, patternOf, wholePattern } from "./schedule-values";
import { SlotPreview } from "./slot-preview";

interface ScheduleFormProps {
  initial: OpenedSchedule;
  backTo: string;
}

export function ScheduleForm({ initial, backTo }: ScheduleFormProps) {
  const navigate = useNavigate();
  const leave = useLeave();
  const [{ values: opened, ...schedule }] = useState(initial);
  const [templateId, setTemplateId] = useState<string | null>(null);
  const { mutateAsync } = useSaveSchedule();
  const form = useForm({
    initial: opened,
    save: (values, button) =>
      mutateAsync({ ...schedule, ...draftOf(values), unassign: button === "unassign" }),
    onSaved: async ({ id }) => {
      await navigate(paths.schedule(id));
      showToast(schedule.id ? "Schedule saved." : "Schedule created.");
    },
  });
  const { on_date, time_zone } = form.values;
  const isStale = paramsOf(form.error, "schedule_changed") !== null;
  const losing = paramsOf<{ students: LosingStudent[] }>(form.error, "students_lose_their_slot");

  return (
    <FormFrame
      form={form}
      className="grid gap-x-10 gap-y-8 px-4 pt-2 sm:px-6 lg:grid-cols-[minmax(0,34rem)_minmax(16rem,22rem)]"
    >
      <div className="flex flex-col gap-8">
        {!schedule.id && (
          <TemplateField
            value={templateId}
            onChoose={(id, pattern) => {
              setTemplateId(id);
              form.set(wholePattern(pattern));
            }}
          />
        )}
        <DayFields form={form} />
        <BreakFields key={templateId} form={form} />
        <LocationFields form={form} />
        {losing ? (
          <LosingStudents students={losing.students} zone={time_zone} isPending={form.isPending} />
        ) : (
          <>
            <ErrorBanner
              error={form.formError}
              action={
                isStale && (
                  <Button size="sm" onClick={() => leave(() => location.reload())}>
                    Reload
                  </Button>
                )
              }
            />
            <div className="flex gap-2">
              <Button type="submit" variant="primary" isPending={form.isPending}>
                {schedule.id ? "Save schedule" : "Create schedule"}
              </Button>
              <Button variant="quiet" onClick={() => navigate(backTo)}>
                Cancel
              </Button>
            </div>
          </>
        )}
      </div>
      <SlotPreview date={on_date} zone={time_zone} pattern={patternOf(form.values)} />
    </FormFrame>
  );
}
