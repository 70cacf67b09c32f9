import { useSearchState } from "../../use-search-state";
import type { LinkRow, Schedule, Slot } from "./api";
import { AssignInterviewersDialog } from "./assign-interviewers-dialog";
import { AssignStudentDialog } from "./assign-student-dialog";
import { CancelDialog, RestoreDialog } from "./cancel-dialog";
import { RemoveInterviewerDialog, ResetLinkDialog } from "./interviewer-dialogs";
import { ReleaseDialog, UnreleaseDialog } from "./release-dialog";
import { SendDialog } from "./send-dialog";

interface ScheduleDialogsProps {
  schedule: Schedule;
  slots: Slot[];
  links: LinkRow[];
}

/** Which dialog is open stands in the address, so that a missing criterion can link to its fix. */
export function ScheduleDialogs({ schedule, slots, links }: ScheduleDialogsProps) {
  const { dialog, about, closeDialog: onClose } = useSearchState();
  const person = links.find((link) => link.interviewer_id === about);
  switch (dialog) {
    case "send":
      return <SendDialog schedule={schedule} onlyTo={about} onClose={onClose} />;
    case "interviewers":
      return <AssignInterviewersDialog schedule={schedule} links={links} onClose={onClose} />;
    case "student":
      return (
        <AssignStudentDialog schedule={schedule} slots={slots} slotId={about} onClose={onClose} />
      );
    case "release":
      return <ReleaseDialog schedule={schedule} onClose={onClose} />;
    case "unrelease":
      return <UnreleaseDialog schedule={schedule} onClose={onClose} />;
    case "cancel":
      return <CancelDialog schedule={schedule} onClose={onClose} />;
    case "restore":
      return <RestoreDialog schedule={schedule} onClose={onClose} />;
    case "reset":
      return person && <ResetLinkDialog person={person} onClose={onClose} />;
    case "remove":
      return person && <RemoveInterviewerDialog person={person} onClose={onClose} />;
    default:
      return null;
  }
}
