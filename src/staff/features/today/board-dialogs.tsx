import { useDialog } from "../../url/use-dialog";
import type { Interview } from "./api";
import { MessageDialog } from "./message-dialog";
import { OutcomeDialog } from "./outcome-dialog";
import { UrlDialog } from "./url-dialog";

interface BoardDialogsProps {
  interviews: readonly Interview[];
  /** Those whose rooms "Message all" is for. */
  messaged: readonly Interview[];
}

export function BoardDialogs({ interviews, messaged }: BoardDialogsProps) {
  const { dialog, about, closeDialog: onClose } = useDialog("today");
  if (dialog === "message-all") {
    const count = messaged.length;
    const slotIds = messaged.map(({ id }) => id);
    const to = count === 1 ? "the room" : `these ${count} rooms`;
    return <MessageDialog to={to} slotIds={slotIds} onClose={onClose} />;
  }
  const interview = interviews.find(({ id }) => id === about);
  if (!interview) return null;
  if (dialog === "outcome") return <OutcomeDialog interview={interview} onClose={onClose} />;
  if (dialog === "message") {
    const to = `the room of ${interview.student}, ${interview.employer}`;
    return <MessageDialog to={to} slotIds={[interview.id]} onClose={onClose} />;
  }
  if (dialog !== "url") return null;
  const rest = interviews.filter(
    ({ schedule_id, state }) => schedule_id === interview.schedule_id && state !== "completed",
  );
  return <UrlDialog interview={interview} count={rest.length} onClose={onClose} />;
}
