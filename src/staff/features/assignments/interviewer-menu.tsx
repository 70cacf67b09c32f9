import { copyText } from "../../../lib/copy-text";
import { explainError } from "../../../lib/errors/explain-error";
import { Menu } from "../../../ui/buttons/menu";
import { showToast } from "../../../ui/feedback/toast";
import { useDialog } from "../../url/use-dialog";
import { useRevealInterviewLink } from "../links/api";
import { whatIsSent } from "../links/shared/what-is-sent";
import type { LinkRow, Schedule } from "../schedules/api";

export function InterviewerMenu({ schedule, link }: { schedule: Schedule; link: LinkRow }) {
  const { openDialog } = useDialog("schedule");
  const reveal = useRevealInterviewLink();
  const { interviewer_id: id, full_name: name } = link;
  if (!id) return null;

  async function copy(personId: string) {
    try {
      await copyText(reveal.mutateAsync({ personId }));
      showToast(
        `${name}’s Interview Link is copied. It opens their page: share it with them only.`,
      );
    } catch (error) {
      showToast(explainError(error));
    }
  }

  const linkActions = [
    {
      id: "send",
      label: `${link.status ? "Resend" : "Send"} ${whatIsSent(schedule)}`,
      icon: "send" as const,
      onAction: () => openDialog("send", id),
    },
    { id: "copy", label: "Copy link", icon: "copy" as const, onAction: () => copy(id) },
    {
      id: "reset",
      label: "Reset link",
      icon: "refresh" as const,
      onAction: () => openDialog("reset-link", id),
    },
  ];

  return (
    <Menu
      label={`Actions for ${name}`}
      isCompact
      actions={[
        ...linkActions,
        {
          id: "replace",
          label: "Replace…",
          icon: "user",
          startsGroup: true,
          onAction: () => openDialog("replace", id),
        },
        {
          id: "remove",
          label: "Remove from schedule",
          icon: "trash",
          isDanger: true,
          onAction: () => openDialog("remove", id),
        },
      ]}
    />
  );
}
