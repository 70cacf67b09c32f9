import { Button } from "../../../../ui/buttons/button";
import { useDialog } from "../../../url/use-dialog";
import { failureOf } from "../../emails/shared/email-words";
import { LinkState } from "../../links/shared/link-state";
import type { LinkRow, Schedule } from "../../schedules/api";
import { InterviewerMenu } from "../interviewer-menu";

interface InterviewersSectionProps {
  schedule: Schedule;
  links: LinkRow[];
  canChange: boolean;
}

export function InterviewersSection({ schedule, links, canChange }: InterviewersSectionProps) {
  const { openDialog } = useDialog("schedule");
  return (
    <section aria-labelledby="interviewers">
      <div className="mb-2 flex min-h-8 items-center justify-between">
        <h2 id="interviewers" className="font-medium">
          Interviewers
        </h2>
        {canChange && (
          <Button size="sm" icon="plus" onClick={() => openDialog("interviewers")}>
            Assign
          </Button>
        )}
      </div>
      {links.length === 0 && (
        <p className="text-muted text-sm">
          No interviewers yet. Whoever is assigned takes part in every interview of the day.
        </p>
      )}
      <ul className="divide-y divide-line">
        {links.map((link) => (
          <li key={link.interviewer_id} className="flex items-start gap-2 py-2.5">
            <div className="min-w-0 flex-1 text-sm">
              <p className="font-medium wrap-anywhere">
                {link.full_name}
                {link.is_recruiter && <span className="font-normal text-muted"> · recruiter</span>}
              </p>
              <p className="text-muted wrap-anywhere">
                {[link.title, link.email].filter(Boolean).join(" · ")}
              </p>
              <p className="text-muted">
                <LinkState link={link} />
              </p>
              {failureOf(link) && <p className="text-muted wrap-anywhere">{failureOf(link)}</p>}
            </div>
            {canChange && <InterviewerMenu schedule={schedule} link={link} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
