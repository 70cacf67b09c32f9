import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { paths } from "../../../paths";
import { degreeOf } from "../../../shared/degree";
import { Button } from "../../../ui/buttons/button";
import { Status } from "../../../ui/feedback/status";
import { PageHeader } from "../../../ui/layout/page-header";
import { Section } from "../../../ui/layout/section";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { useArchive } from "../../lists/use-archive";
import { useDialog } from "../../url/use-dialog";
import { studentInterviewsQuery, studentLinksQuery, studentQuery } from "./api";
import { documentsQuery } from "./documents/documents-api";
import { DocumentsSection } from "./documents/documents-section";
import { StudentDialog } from "./student-dialog";
import { StudentInterviews } from "./student-interviews";
import { StudentLink } from "./student-link";

const queriesFor = (id: string) =>
  [studentQuery(id), studentInterviewsQuery(id), studentLinksQuery(id)] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [student, interviews, links] = queriesFor(params.studentId ?? "");
  await Promise.all([
    queryClient.ensureQueryData(student),
    queryClient.ensureQueryData(interviews),
    queryClient.ensureQueryData(links),
    queryClient.ensureQueryData(documentsQuery(params.studentId ?? "")),
  ]);
  return null;
}

export function Component() {
  const { studentId = "" } = useParams();
  const { isAdmin } = useMe();
  const { dialog, openDialog, closeDialog } = useDialog("student");
  const archive = useArchive("students");
  const [{ data: student }, { data: interviews }, { data: links }] = useSuspenseQueries({
    queries: queriesFor(studentId),
  });
  const isArchived = student.archived_at !== null;

  return (
    <>
      <PageHeader
        title={student.full_name}
        above={
          <Link to={paths.students()} className="hover:text-ink hover:underline">
            Students
          </Link>
        }
        meta={
          <>
            {isArchived && <Status mark="dash">Archived</Status>}
            <span>{degreeOf(student)}</span>
            <span className="wrap-anywhere">{student.email}</span>
          </>
        }
        actions={
          isAdmin && (
            <>
              <Button onClick={() => archive(student.id, student.full_name, !isArchived)}>
                {isArchived ? "Restore" : "Archive"}
              </Button>
              <Button icon="pencil" onClick={() => openDialog("edit")}>
                Edit
              </Button>
            </>
          )
        }
      />
      <Section title="Interviews">
        <StudentInterviews interviews={interviews} notifications={links.notifications} />
      </Section>
      <Section title="Interview Link">
        <StudentLink student={student} interviews={interviews} openedAt={links.openedAt} />
      </Section>
      <DocumentsSection student={student} />
      {isAdmin && dialog === "edit" && (
        <StudentDialog student={student} onSaved={closeDialog} onClose={closeDialog} />
      )}
    </>
  );
}
