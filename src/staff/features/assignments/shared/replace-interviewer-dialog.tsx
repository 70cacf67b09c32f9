import { useQuery } from "@tanstack/react-query";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { explainError } from "../../../../lib/errors/explain-error";
import { useForm } from "../../../../shared/forms/use-form";
import { Button } from "../../../../ui/buttons/button";
import { Spinner } from "../../../../ui/feedback/spinner";
import { showToast } from "../../../../ui/feedback/toast";
import { Select } from "../../../../ui/fields/select";
import { FormDialog } from "../../../forms/form-dialog";
import { employerInterviewersQuery } from "../../interviewers/api";
import { ShareAddressButton, shareAddress } from "../../interviewers/shared/share-address";
import { sendPreviewQuery } from "../../links/preview-api";
import { isNotified, useNotified } from "../../links/shared/notified-warning";
import { ReadinessList } from "../../links/shared/readiness-list";
import {
  useNotifyChoice,
  waitSeconds,
  willBeNotified,
} from "../../links/shared/use-notifying-action";
import { whatIsSent } from "../../links/shared/what-is-sent";
import type { LinkRow, Schedule } from "../../schedules/api";
import { emptyPerson, useReplaceInterviewer } from "../assign-api";
import { NewInterviewerFields } from "../new-interviewer-fields";

interface ReplaceInterviewerDialogProps {
  schedule: Schedule;
  links: LinkRow[];
  replaced: Pick<LinkRow, "full_name" | "status"> & { id: string };
  onClose: () => void;
}

/** Another interviewer takes over a day, and both are notified. */
export function ReplaceInterviewerDialog(props: ReplaceInterviewerDialogProps) {
  const { schedule, links, replaced, onClose } = props;
  const { employer } = schedule.oci;
  const people = useQuery(employerInterviewersQuery(employer.id));
  const { data: preview } = useQuery(sendPreviewQuery(schedule.id));
  const { isAnnounced } = useNotified(schedule, links);
  const { mutateAsync, mutate } = useReplaceInterviewer();
  const assigned = new Set(links.map(({ interviewer_id }) => interviewer_id));
  const others = people.data?.filter(({ id }) => !assigned.has(id));
  const isNewOnly = others?.length === 0;
  const oldName = replaced.full_name ?? "";

  const form = useForm({
    initial: { interviewer_id: null as string | null, has_new: false, ...emptyPerson },
    save: ({ interviewer_id, has_new, ...person }, button) =>
      mutateAsync({
        scheduleId: schedule.id,
        oldId: replaced.id,
        ...(has_new || isNewOnly
          ? {
              created: {
                ...person,
                employer_id: employer.id,
                shares_email: button === shareAddress,
              },
            }
          : { newId: interviewer_id ?? undefined }),
        waitSeconds: choice.isOn ? waitSeconds : undefined,
      }),
    onSaved: ({ interviewer_id, queued }) => {
      onClose();
      showToast(`${oldName} was replaced by ${newName}.${willBeNotified(queued)}`, () =>
        mutate(
          { scheduleId: schedule.id, oldId: interviewer_id, newId: replaced.id },
          { onError: (error) => showToast(explainError(error)) },
        ),
      );
    },
  });
  const hasNew = form.values.has_new || isNewOnly;
  const chosen = others?.find(({ id }) => id === form.values.interviewer_id)?.full_name;
  const newName = (hasNew ? form.values.full_name.trim() : chosen) || "the new interviewer";
  const unmet = preview?.unmet ?? [];
  const notified = [isNotified(replaced) && oldName, preview && unmet.length === 0 && newName];
  const choice = useNotifyChoice(
    notified.filter((name) => typeof name === "string"),
    isAnnounced,
  );

  return (
    <FormDialog
      title={`Replace ${oldName}`}
      action="Replace"
      isDisabled={!hasNew && !chosen}
      form={form}
      otherActions={<ShareAddressButton error={form.error} />}
      onClose={onClose}
    >
      <p className="text-pretty text-muted">
        {formatDate(schedule.on_date)} disappears from {oldName}’s page, and their interviews of
        that day become the new interviewer’s. Their Interview Link keeps working for other
        schedules.
      </p>
      {!others && <Spinner label="Loading…" />}
      {others && !hasNew && (
        <>
          <Select
            label="New interviewer"
            placeholder={`Choose someone from ${employer.name}`}
            options={others.map(({ id, full_name, title, is_recruiter, email }) => ({
              id,
              label: full_name,
              detail: [title, is_recruiter && "recruiter", email].filter(Boolean).join(" · "),
            }))}
            {...form.field("interviewer_id")}
          />
          <Button icon="plus" className="self-start" onClick={() => form.set({ has_new: true })}>
            Someone new
          </Button>
        </>
      )}
      {hasNew && (
        <NewInterviewerFields
          employer={employer.name}
          form={form}
          onRemove={isNewOnly ? undefined : () => form.set({ has_new: false, ...emptyPerson })}
        />
      )}
      {choice.field}
      {unmet.length > 0 && (
        <div className="text-sm">
          The {whatIsSent(schedule)} cannot be sent to the new interviewer yet:
          <ReadinessList unmet={unmet} />
        </div>
      )}
    </FormDialog>
  );
}
