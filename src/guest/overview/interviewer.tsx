import { useState } from "react";
import { ErrorBanner } from "../../shared/forms/error-banner";
import { Button } from "../../ui/buttons/button";
import type { Colleague, OverviewApi, OverviewDay, OverviewInterviewer } from "./api";
import { linkState } from "./labels";
import { ProposeForm } from "./propose-form";
import { useAction } from "./use-action";

interface InterviewerProps {
  day: OverviewDay;
  interviewer: OverviewInterviewer;
  /** Who could take over. */
  substitutes: Colleague[];
  api: OverviewApi;
  onDone: () => void;
}

/** One interviewer of a day: how their link stands, and what a recruiter can do about it. */
export function Interviewer({ day, interviewer, substitutes, api, onDone }: InterviewerProps) {
  const [isProposing, setProposing] = useState(false);
  const { perform, isPending, outcome, error } = useAction(onDone);
  const { full_name, title, proposal } = interviewer;
  const assignment = { scheduleId: day.id, interviewerId: interviewer.id };
  const isOpen = proposal && !proposal.declined;

  return (
    <li className="flex flex-col gap-2 py-3">
      <div>
        <p className="font-medium wrap-anywhere">
          {full_name}
          {title && <span className="font-normal text-muted"> · {title}</span>}
        </p>
        <p className="text-muted text-sm">{linkState(interviewer)}</p>
        {proposal && (
          <p className="text-pretty text-sm wrap-anywhere">
            {isOpen
              ? `${proposal.substitute} has been proposed as a substitute. The career office will decide.`
              : `The career office declined ${proposal.substitute}.`}
          </p>
        )}
      </div>
      {!day.canceled && !isProposing && (
        <div className="flex flex-wrap gap-2">
          {interviewer.may_resend && (
            <Button
              isPending={isPending}
              onClick={() =>
                perform(
                  () => api.resend(assignment),
                  `${full_name} will get the link by email within a minute.`,
                )
              }
            >
              Resend link<span className="sr-only"> to {full_name}</span>
            </Button>
          )}
          {proposal && (
            <Button
              isPending={isPending}
              onClick={() => perform(() => api.withdraw(proposal.id), isOpen ? "Withdrawn." : "")}
            >
              {isOpen ? "Withdraw" : "Clear"}
              <span className="sr-only"> the proposal of {proposal.substitute}</span>
            </Button>
          )}
          {!isOpen && (
            <Button onClick={() => setProposing(true)}>
              Propose a substitute<span className="sr-only"> for {full_name}</span>
            </Button>
          )}
        </div>
      )}
      {isProposing && (
        <ProposeForm
          instead={full_name}
          substitutes={substitutes}
          onPropose={(substitute) => api.propose(assignment, substitute)}
          onSaved={onDone}
          onClose={() => setProposing(false)}
        />
      )}
      <ErrorBanner error={error} />
      <p role="status" className="text-muted text-sm empty:hidden">
        {outcome}
      </p>
    </li>
  );
}
