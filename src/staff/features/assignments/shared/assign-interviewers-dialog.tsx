import { useQuery } from "@tanstack/react-query";
import { useForm } from "../../../../shared/forms/use-form";
import { Button } from "../../../../ui/buttons/button";
import { Spinner } from "../../../../ui/feedback/spinner";
import { showToast } from "../../../../ui/feedback/toast";
import { CheckboxList } from "../../../../ui/fields/checkbox-list";
import { FormDialog } from "../../../forms/form-dialog";
import { employerInterviewersQuery } from "../../interviewers/api";
import { ShareAddressButton, shareAddress } from "../../interviewers/shared/share-address";
import type { LinkRow, Schedule } from "../../schedules/api";
import { emptyPerson, useAssignInterviewers } from "../assign-api";
import { NewInterviewerFields } from "../new-interviewer-fields";

interface AssignInterviewersDialogProps {
  schedule: Schedule;
  links: LinkRow[];
  onClose: () => void;
}

export function AssignInterviewersDialog(props: AssignInterviewersDialogProps) {
  const { schedule, links, onClose } = props;
  const { employer } = schedule.oci;
  const people = useQuery(employerInterviewersQuery(employer.id));
  const { mutateAsync } = useAssignInterviewers();
  const assigned = new Set(links.map(({ interviewer_id }) => interviewer_id));
  const others = people.data?.filter(({ id }) => !assigned.has(id));
  const isNewOnly = others?.length === 0;
  const form = useForm({
    initial: { interviewer_ids: [] as string[], has_new: false, ...emptyPerson },
    save: ({ interviewer_ids, has_new, ...person }, button) =>
      mutateAsync({
        scheduleId: schedule.id,
        interviewerIds: interviewer_ids,
        created:
          has_new || isNewOnly
            ? { ...person, employer_id: employer.id, shares_email: button === shareAddress }
            : undefined,
      }),
    onSaved: () => {
      onClose();
      showToast(count === 1 ? "1 interviewer assigned." : `${count} interviewers assigned.`);
    },
  });
  const hasNew = form.values.has_new || isNewOnly;
  const count = form.values.interviewer_ids.length + (hasNew ? 1 : 0);

  return (
    <FormDialog
      title="Assign interviewers"
      action={count > 1 ? `Assign ${count} interviewers` : "Assign"}
      isDisabled={count === 0}
      form={form}
      otherActions={<ShareAddressButton error={form.error} />}
      onClose={onClose}
    >
      {!others && <Spinner label="Loading…" />}
      {others && others.length > 0 && (
        <CheckboxList
          label={`People at ${employer.name}`}
          options={others}
          {...form.field("interviewer_ids")}
        >
          {({ full_name, title, is_recruiter, email }) => (
            <span className="min-w-0">
              {full_name}
              <span className="block text-muted text-sm">
                {[title, is_recruiter && "recruiter", email].filter(Boolean).join(" · ")}
              </span>
            </span>
          )}
        </CheckboxList>
      )}
      {hasNew ? (
        <NewInterviewerFields
          employer={employer.name}
          form={form}
          onRemove={isNewOnly ? undefined : () => form.set({ has_new: false, ...emptyPerson })}
        />
      ) : (
        others && (
          <Button icon="plus" className="self-start" onClick={() => form.set({ has_new: true })}>
            New interviewer
          </Button>
        )
      )}
    </FormDialog>
  );
}
