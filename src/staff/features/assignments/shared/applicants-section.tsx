import { Link } from "react-router";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { applicantGroupLabels, optionsOf } from "../../../labels";
import { useDialog } from "../../../url/use-dialog";
import type { Schedule } from "../../schedules/api";
import { isOver } from "../../schedules/shared/is-over";
import { ApplicantRow } from "../applicant-row";
import type { Applicant } from "../applicants-api";

interface ApplicantsSectionProps {
  schedule: Schedule;
  applicants: Applicant[];
  canChange: boolean;
}

/** Who applied for the posting, those without a slot in this OCI first. */
export function ApplicantsSection({ schedule, applicants, canChange }: ApplicantsSectionProps) {
  const { openDialog } = useDialog("schedule");
  const { posting } = schedule.oci;
  return (
    <section aria-labelledby="applicants">
      <div className="mb-2 flex min-h-8 items-center justify-between">
        <h2 id="applicants" className="font-medium">
          Applicants
        </h2>
        {canChange && !isOver(schedule) && (
          <Button size="sm" onClick={() => openDialog("auto-assign")}>
            Auto-assign
          </Button>
        )}
      </div>
      {applicants.length === 0 && (
        <p className="text-muted text-sm">
          {posting ? (
            <>
              No applicants yet. Add them to{" "}
              <Link className="link" to={paths.posting(posting.id)}>
                the job posting
              </Link>
              .
            </>
          ) : (
            "This OCI has no job posting, so there are no applicants."
          )}
        </p>
      )}
      {optionsOf(applicantGroupLabels).map(({ id: status, label }) => {
        const rows = applicants
          .filter((applicant) => applicant.status === status)
          .sort((a, b) => Number(a.slot_id !== null) - Number(b.slot_id !== null));
        return (
          rows.length > 0 && (
            <div key={status} className="mb-3">
              <h3 className="text-muted text-sm">
                {label} · {rows.length}
              </h3>
              <ul className="divide-y divide-line">
                {rows.map((applicant) => (
                  <ApplicantRow
                    key={applicant.application_id}
                    applicant={applicant}
                    schedule={schedule}
                    canChange={canChange}
                  />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}
