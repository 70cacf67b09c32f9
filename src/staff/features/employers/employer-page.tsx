import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { Menu } from "../../../ui/buttons/menu";
import { Status } from "../../../ui/feedback/status";
import { PageHeader } from "../../../ui/layout/page-header";
import { Section } from "../../../ui/layout/section";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { useArchive } from "../../lists/use-archive";
import { useDialog } from "../../url/use-dialog";
import { interviewersOfQuery } from "../interviewers/api";
import { employerPostingsQuery } from "../postings/api";
import { employerOcisQuery, employerQuery } from "./api";
import { EmployerDialog } from "./employer-dialog";
import { EmployerOcis } from "./employer-ocis";
import { EmployerPostings } from "./employer-postings";
import { InterviewersSection } from "./interviewers-section";

const queriesFor = (id: string) =>
  [
    employerQuery(id),
    interviewersOfQuery(id),
    employerPostingsQuery(id),
    employerOcisQuery(id),
  ] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [employer, interviewers, postings, ocis] = queriesFor(params.employerId ?? "");
  await Promise.all([
    queryClient.ensureQueryData(employer),
    queryClient.ensureQueryData(interviewers),
    queryClient.ensureQueryData(postings),
    queryClient.ensureQueryData(ocis),
  ]);
  return null;
}

export function Component() {
  const { employerId = "" } = useParams();
  const { isAdmin } = useMe();
  const { dialog, openDialog, closeDialog } = useDialog("employer");
  const archive = useArchive("employers");
  const [{ data: employer }, interviewers, postings, ocis] = useSuspenseQueries({
    queries: queriesFor(employerId),
  });
  const isArchived = employer.archived_at !== null;

  return (
    <>
      <PageHeader
        title={employer.name}
        above={
          <Link to={paths.employers()} className="hover:text-ink hover:underline">
            Employers
          </Link>
        }
        meta={
          <>
            {isArchived && <Status mark="dash">Archived</Status>}
            {employer.website && (
              <a className="link" href={employer.website} target="_blank" rel="noreferrer">
                {employer.website}
              </a>
            )}
          </>
        }
        actions={
          isAdmin && (
            <>
              <Menu
                label="Employer Actions"
                actions={[
                  {
                    id: "edit",
                    label: "Edit",
                    icon: "pencil",
                    onAction: () => openDialog("edit"),
                  },
                  {
                    id: "archive",
                    label: isArchived ? "Restore" : "Archive",
                    startsGroup: true,
                    onAction: () => archive(employer.id, employer.name, !isArchived),
                  },
                ]}
              />
              <Button variant="primary" icon="plus" onClick={() => openDialog("interviewer")}>
                New interviewer
              </Button>
            </>
          )
        }
      />
      <Section title="Interviewers">
        <InterviewersSection employerId={employer.id} interviewers={interviewers.data} />
      </Section>
      <Section title="Job postings">
        <EmployerPostings postings={postings.data} />
      </Section>
      <Section title="OCIs">
        <EmployerOcis ocis={ocis.data} />
      </Section>
      {isAdmin && dialog === "edit" && (
        <EmployerDialog employer={employer} onSaved={closeDialog} onClose={closeDialog} />
      )}
    </>
  );
}
