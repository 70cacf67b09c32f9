import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { explainError } from "../../../../lib/errors/explain-error";
import { fieldOf } from "../../../../lib/errors/messages";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { Spinner } from "../../../../ui/feedback/spinner";
import { showToast } from "../../../../ui/feedback/toast";
import { Checkbox } from "../../../../ui/fields/checkbox";
import { Dialog, DialogActions, DialogBody } from "../../../../ui/overlays/dialog";
import { employerInterviewersQuery } from "../../interviewers/api";
import type { LinkRow, Schedule } from "../../schedules/api";
import { type NewInterviewer, useAssignInterviewers } from "../assign-api";
import { NewInterviewerFields } from "../new-interviewer-fields";

interface AssignInterviewersDialogProps {
  schedule: Schedule;
  links: LinkRow[];
  onClose: () => void;
}

export function AssignInterviewersDialog(props: AssignInterviewersDialogProps) {
  const { schedule, links, onClose } = props;
  const { employer } = schedule.oci;
  const [chosen, setChosen] = useState<string[]>([]);
  const [created, setCreated] = useState<NewInterviewer | null>(null);
  const people = useQuery(employerInterviewersQuery(employer.id));
  const assign = useAssignInterviewers();
  const assigned = new Set(links.map(({ interviewer_id }) => interviewer_id));
  const others = people.data?.filter(({ id }) => !assigned.has(id));
  const isNewOnly = others?.length === 0;
  const draft = created ?? (isNewOnly ? emptyPerson : null);
  const count = chosen.length + (draft ? 1 : 0);

  function submit(event: FormEvent) {
    event.preventDefault();
    // The second of two quick clicks, while the dialog closes.
    if (assign.isPending || assign.isSuccess) return;
    assign.mutate(
      { scheduleId: schedule.id, interviewerIds: chosen, created: draft ?? undefined },
      {
        onSuccess: () => {
          onClose();
          showToast(count === 1 ? "1 interviewer assigned." : `${count} interviewers assigned.`);
        },
      },
    );
  }

  return (
    <Dialog title="Assign interviewers" isOpen onClose={onClose}>
      <form onSubmit={submit} className="contents">
        <DialogBody>
          {!others && <Spinner label="Loading…" />}
          {others && others.length > 0 && (
            <fieldset>
              <legend className="mb-1 text-muted text-sm">People of {employer.name}</legend>
              {others.map((person) => (
                <Checkbox
                  key={person.id}
                  isSelected={chosen.includes(person.id)}
                  onChange={(isOn) =>
                    setChosen(
                      isOn ? [...chosen, person.id] : chosen.filter((id) => id !== person.id),
                    )
                  }
                  className="py-1"
                >
                  <span className="min-w-0">
                    {person.full_name}
                    <span className="block text-muted text-sm">
                      {[person.title, person.is_recruiter && "recruiter", person.email]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </span>
                </Checkbox>
              ))}
            </fieldset>
          )}
          {draft ? (
            <NewInterviewerFields
              employer={employer.name}
              person={draft}
              onChange={setCreated}
              onRemove={isNewOnly ? undefined : () => setCreated(null)}
              error={assign.error}
            />
          ) : (
            others && (
              <Button icon="plus" className="self-start" onClick={() => setCreated(emptyPerson)}>
                New interviewer
              </Button>
            )
          )}
          {assign.isError && !isAtEmail(assign.error) && (
            <Banner tone="danger">{explainError(assign.error)}</Banner>
          )}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            isPending={assign.isPending}
            disabled={count === 0}
          >
            {count > 1 ? `Assign ${count} interviewers` : "Assign"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const emptyPerson: NewInterviewer = { full_name: "", email: "", title: "", is_recruiter: false };

const isAtEmail = (error: unknown) => fieldOf(error) === "email";
