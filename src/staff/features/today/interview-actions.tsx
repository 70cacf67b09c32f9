import { useNavigate } from "react-router";
import { DomainError } from "../../../lib/errors/domain-error";
import { explainError } from "../../../lib/errors/explain-error";
import { type Dialog, paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { Menu, type MenuAction } from "../../../ui/buttons/menu";
import { showToast } from "../../../ui/feedback/toast";
import { useDialog } from "../../url/use-dialog";
import { type Interview, useAdmit, useMeetingUrl } from "./api";

export function InterviewActions({ interview }: { interview: Interview }) {
  const { openDialog } = useDialog("today");
  const navigate = useNavigate();
  const { id: about, student, format, video, finished_at: isFinished } = interview;
  const admit = useAdmit({
    onSuccess: () => showToast(`${student} is let in.`),
    onError: (error) =>
      showToast(
        error instanceof DomainError ? `${student} is not waiting any more.` : explainError(error),
      ),
  });
  const back = useMeetingUrl((error) => showToast(explainError(error)));
  const open = (
    dialog: Dialog<"today">,
    label: string,
    rest: Partial<MenuAction> = {},
  ): MenuAction => ({
    id: dialog,
    label,
    onAction: () => openDialog(dialog, about),
    ...rest,
  });
  const hasRoom = video === "in_app";
  const join: MenuAction = {
    id: "join",
    label: "Join as staff",
    icon: "video",
    onAction: () => navigate(paths.videoRoom(about)),
  };
  const actions = [
    open("outcome", interview.outcome ? "Change the outcome…" : "Mark the outcome…", {
      icon: "check",
    }),
    ...(hasRoom && !isFinished
      ? [join, open("message", "Message the room…", { icon: "send" })]
      : []),
    ...(hasRoom
      ? [open("url", "Move to the employer’s URL…", { icon: "external", startsGroup: true })]
      : []),
    ...(format === "virtual" && !hasRoom
      ? [
          {
            id: "back",
            label: "Move back to In-App Video",
            icon: "undo" as const,
            startsGroup: true,
            onAction: () => back.mutate({ scheduleId: interview.schedule_id, url: null }),
          },
        ]
      : []),
  ];
  const isWaiting = interview.student_waiting_since !== null && !isFinished;
  return (
    <div className="-my-0.5 flex items-center justify-end gap-1">
      {isWaiting && hasRoom && (
        <Button
          size="sm"
          isPending={admit.isPending}
          onClick={() => admit.mutate(interview)}
          aria-label={`Admit ${student}`}
        >
          Admit
        </Button>
      )}
      <Menu label={`Actions for ${student}, ${interview.employer}`} isCompact actions={actions} />
    </div>
  );
}
