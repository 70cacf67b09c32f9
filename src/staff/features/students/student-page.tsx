import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { Button } from "../../../components/button";
import { PageHeader } from "../../../components/page-header";
import { Status } from "../../../components/status";
import { queryClient } from "../../query-client";
import { useMe } from "../../require-staff";
import { Section } from "../../section";
import { useArchive } from "../../use-archive";
import { useSearchState } from "../../use-search-state";
import { studentInterviewsQuery, studentQuery } from "./api";
import { StudentDialog } from "./student-dialog";
import { StudentInterviews } from "./student-interviews";

const queriesFor = (id: string) => [studentQuery(id), studentInterviewsQuery(id)] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [student, interviews] = queriesFor(params.studentId ?? "");
  await Promise.all([
    queryClient.ensureQueryData(student),
    queryClient.ensureQueryData(interviews),
  ]);
  return null;
}

export function Component() {
  const { studentId = "" } = useParams();
  const { isAdmin } = useMe();
  const { dialog, openDialog, closeDialog } = useSearchState();
  const archive = useArchive("students");
  const [{ data: student }, { data: interviews }] = useSuspenseQueries({
    queries: queriesFor(studentId),
  });
  const isArchived = student.archived_at !== null;

  return (
    <>
      <PageHeader
        title={student.full_name}
        above={
          <Link to="/admin/students" className="hover:text-ink hover:underline">
            Students
          </Link>
        }
        meta={
          <>
            {isArchived && <Status mark="dash">Archived</Status>}
            <span>{[student.program, student.class_year].filter(Boolean).join(" ")}</span>
            <span className="wrap-anywhere">{student.email}</span>
          </>
        }
        actions={
          isAdmin && (
            <>
              <Button onClick={() => archive(student.id, student.full_name, !isArchived)}>
                {isArchived ? "Bring back" : "Archive"}
              </Button>
              <Button icon="pencil" onClick={() => openDialog("edit")}>
                Edit
              </Button>
            </>
          )
        }
      />
      <Section title="Interviews">
        <StudentInterviews interviews={interviews} />
      </Section>
      {isAdmin && dialog === "edit" && (
        <StudentDialog student={student} onSaved={closeDialog} onClose={closeDialog} />
      )}
    </>
  );
}
