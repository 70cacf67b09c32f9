import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { showToast } from "../../../ui/feedback/toast";
import { useMe } from "../../app/require-staff";
import { applicantGroupLabels, optionsOf } from "../../labels";
import { useDialog } from "../../url/use-dialog";
import { AddApplicantDialog } from "./add-applicant-dialog";
import { ApplicantRow } from "./applicant-row";
import {
  type Application,
  type ApplicationStatus,
  applicationsQuery,
  usePlaceApplications,
} from "./applications-api";

/** Whom the employer chose, in its order: who stands higher is placed first. */
export function Applicants({ postingId }: { postingId: string }) {
  const { isAdmin } = useMe();
  const { dialog, openDialog, closeDialog } = useDialog("posting");
  const { data: applications } = useSuspenseQuery(applicationsQuery(postingId));
  const place = usePlaceApplications();
  const [moved, setMoved] = useState("");
  const of = (status: ApplicationStatus) => applications.filter((one) => one.status === status);

  function move(application: Application, to: number) {
    const others = of(application.status).filter(({ id }) => id !== application.id);
    place.mutate(
      { order: others.toSpliced(to, 0, application), status: application.status },
      {
        onSuccess: () =>
          setMoved(`${application.student.full_name} is now ${to + 1} of ${others.length + 1}.`),
        onError: (error) => showToast(explainError(error)),
      },
    );
  }

  function change(application: Application, status: ApplicationStatus) {
    place.mutate(
      { order: [...of(status), application], status },
      { onError: (error) => showToast(explainError(error)) },
    );
  }

  return (
    <section aria-labelledby="applicants">
      <div className="mb-2 flex min-h-8 items-center justify-between">
        <h2 id="applicants" className="font-medium">
          Applicants
        </h2>
        {isAdmin && (
          <Button size="sm" icon="plus" onClick={() => openDialog("applicant")}>
            Add an applicant
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {moved}
      </p>
      {applications.length === 0 && <p className="text-muted">No applicants yet.</p>}
      {optionsOf(applicantGroupLabels)
        .map(({ id, label }) => ({ id, label, people: of(id) }))
        .filter(({ people }) => people.length > 0)
        .map(({ id, label, people }) => (
          <div key={id} className="mb-4">
            <h3 className="text-muted text-sm">
              {label} ({people.length})
            </h3>
            <ol className="divide-y divide-line border-line border-y">
              {people.map((application, n) => (
                <ApplicantRow
                  key={application.id}
                  application={application}
                  position={n}
                  last={people.length - 1}
                  canChange={isAdmin}
                  onMove={(to) => move(application, to)}
                  onChange={(status) => change(application, status)}
                />
              ))}
            </ol>
          </div>
        ))}
      {isAdmin && dialog === "applicant" && (
        <AddApplicantDialog
          postingId={postingId}
          nextRank={of("preselected").length + 1}
          onClose={closeDialog}
        />
      )}
    </section>
  );
}
