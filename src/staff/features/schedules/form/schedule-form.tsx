import type { FormEvent } from "react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { paramsOf } from "../../../../lib/errors/domain-error";
import { explainError } from "../../../../lib/errors/explain-error";
import { fieldOf } from "../../../../lib/errors/messages";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { useUnsavedChanges } from "../../../forms/use-unsaved-changes";
import { type ScheduleDraft, useSaveSchedule } from "../api";
import { TemplateField } from "../templates/template-field";
import { BreakFields } from "./break-fields";
import { DayFields } from "./day-fields";
import { LocationFields } from "./location-fields";
import { type LosingStudent, LosingStudents } from "./losing-students";
import { normal, tidy } from "./schedule-draft";
import { SlotPreview } from "./slot-preview";

interface ScheduleFormProps {
  initial: ScheduleDraft;
  backTo: string;
}

const shownAtField = [
  "on_date",
  "time_zone",
  "first",
  "last",
  "slot_minutes",
  "gap_minutes",
].concat("breaks", "meeting_url", "location", "students");

export function ScheduleForm({ initial, backTo }: ScheduleFormProps) {
  const navigate = useNavigate();
  const [opened] = useState(initial);
  const [draft, setDraft] = useState(opened);
  const [templateId, setTemplateId] = useState<string | null>(null);
  const save = useSaveSchedule();
  const { leave, question } = useUnsavedChanges(draft !== opened);
  const change = (changes: Partial<ScheduleDraft>) => setDraft({ ...draft, ...changes });
  const field = fieldOf(save.error);
  const losing = paramsOf<{ students: LosingStudent[] }>(save.error, "students_lose_their_slot");

  function submit(unassign: boolean) {
    save.mutate(
      { ...tidy(draft), unassign },
      {
        onSuccess: async ({ id }) => {
          leave();
          await navigate(paths.schedule(id));
          showToast(draft.id ? "Schedule saved." : "Schedule created.");
        },
      },
    );
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit(false);
      }}
      className="grid gap-x-10 gap-y-8 px-4 pt-2 sm:px-6 lg:grid-cols-[minmax(0,34rem)_minmax(16rem,22rem)]"
    >
      <div className="flex flex-col gap-8">
        {!draft.id && (
          <TemplateField
            value={templateId}
            onChoose={(id, pattern) => {
              setTemplateId(id);
              change({ pattern: normal(pattern) });
            }}
          />
        )}
        <DayFields draft={draft} onChange={change} error={save.error} />
        <BreakFields
          key={templateId}
          pattern={draft.pattern}
          onChange={(pattern) => change({ pattern })}
          error={save.error}
        />
        <LocationFields draft={draft} onChange={change} error={save.error} />
        {save.isError && !shownAtField.includes(field ?? "") && (
          <Banner
            tone="danger"
            title={
              paramsOf(save.error, "booking_conflict") ? "Someone is booked elsewhere" : undefined
            }
            action={
              field === "before" && (
                <Button size="sm" onClick={() => location.reload()}>
                  Load again
                </Button>
              )
            }
          >
            {explainError(save.error)}
          </Banner>
        )}
        {losing ? (
          <LosingStudents
            students={losing.students}
            zone={draft.zone}
            isPending={save.isPending}
            onConfirm={() => submit(true)}
          />
        ) : (
          <div className="flex gap-2">
            <Button type="submit" variant="primary" isPending={save.isPending}>
              {draft.id ? "Save schedule" : "Create schedule"}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                leave();
                navigate(backTo);
              }}
            >
              Cancel
            </Button>
          </div>
        )}
      </div>
      <SlotPreview date={draft.date} zone={draft.zone} pattern={draft.pattern} />
      {question}
    </form>
  );
}
