import { formatExact } from "../../../lib/dates/relative-time";
import { explainError } from "../../../lib/errors/explain-error";
import { Button } from "../../../ui/buttons/button";
import { Banner } from "../../../ui/feedback/banner";
import { showToast } from "../../../ui/feedback/toast";
import { useRequestId } from "../../../ui/hooks/use-request-id";
import { DefinitionList } from "../../../ui/lists/definition-list";
import { useMe } from "../../app/require-staff";
import { useDialog } from "../../url/use-dialog";
import { useSendStudentLinks } from "../links/api";
import { InterviewLink } from "../links/shared/interview-link";
import { ResetLinkDialog } from "../links/shared/reset-link-dialog";
import { isOver } from "../schedules/shared/is-over";
import type { Student, StudentInterview } from "./api";

interface StudentLinkProps {
  student: Student & { id: string; full_name: string };
  interviews: StudentInterview[];
  openedAt: string | null;
}

/** The student's own link: what it is, whether it was used, and all that can be done with it. */
export function StudentLink({ student, interviews, openedAt }: StudentLinkProps) {
  const { isAdmin } = useMe();
  const { dialog, openDialog, closeDialog } = useDialog("student");
  const [requestId, renewRequestId] = useRequestId();
  const send = useSendStudentLinks();
  const { id, full_name: name } = student;
  const isArchived = student.archived_at !== null;
  const upcoming = interviews
    .map(({ schedule }) => schedule)
    .filter((one) => one.released_at && !one.canceled_at && !isOver(one));
  const scheduleIds = [...new Set(upcoming.map((schedule) => schedule.id))];

  return (
    <div className="flex flex-col gap-3 px-4 pb-4 sm:px-6">
      <DefinitionList
        items={[
          [
            "Link",
            <InterviewLink
              key="link"
              whose={{ personId: id }}
              name={name}
              canReveal={isAdmin && !isArchived}
            />,
          ],
          ["Page opened", openedAt ? formatExact(openedAt) : "Not since the link was made"],
        ]}
      />
      {send.isError && <Banner tone="danger">{explainError(send.error)}</Banner>}
      {isArchived && (
        <p className="text-muted text-sm">While archived, their link does not work.</p>
      )}
      {isAdmin && !isArchived && (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            icon="send"
            isPending={send.isPending}
            disabled={scheduleIds.length === 0}
            onClick={() =>
              send.mutate(
                { requestId, scheduleIds, studentIds: [id] },
                {
                  onSuccess: ({ queued }) => {
                    renewRequestId();
                    showToast(
                      queued > 0 ? `${name} is being sent their link.` : "Nothing was sent.",
                    );
                  },
                },
              )
            }
          >
            Send link
          </Button>
          <Button icon="refresh" onClick={() => openDialog("reset-link")}>
            Reset link
          </Button>
          {scheduleIds.length === 0 && (
            <p className="text-muted text-sm">
              It can be sent once they have a released, upcoming interview.
            </p>
          )}
        </div>
      )}
      {isAdmin && dialog === "reset-link" && (
        <ResetLinkDialog personId={id} name={name} onReset={send.reset} onClose={closeDialog} />
      )}
    </div>
  );
}
