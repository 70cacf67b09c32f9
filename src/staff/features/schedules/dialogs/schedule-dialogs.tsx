import { useDialog } from "../../../url/use-dialog";
import type { Applicant } from "../../assignments/applicants-api";
import { AssignInterviewersDialog } from "../../assignments/shared/assign-interviewers-dialog";
import { AssignStudentDialog } from "../../assignments/shared/assign-student-dialog";
import { AutoAssignDialog } from "../../assignments/shared/auto-assign-dialog";
import { DeclineDialog } from "../../assignments/shared/decline-dialog";
import { MoveStudentDialog } from "../../assignments/shared/move-student-dialog";
import { PlaceApplicantDialog } from "../../assignments/shared/place-applicant-dialog";
import { RemoveInterviewerDialog } from "../../assignments/shared/remove-interviewer-dialog";
import { ReplaceInterviewerDialog } from "../../assignments/shared/replace-interviewer-dialog";
import { UnassignStudentDialog } from "../../assignments/shared/unassign-student-dialog";
import { CorrectAddressDialog } from "../../links/shared/correct-address-dialog";
import { NoticesDialog } from "../../links/shared/notices-dialog";
import { NotifyDialog } from "../../links/shared/notify-dialog";
import { ResetLinkDialog } from "../../links/shared/reset-link-dialog";
import { SendDialog } from "../../links/shared/send-dialog";
import type { LinkRow, Schedule, Slot } from "../api";
import { ReleaseDialog, UnreleaseDialog } from "../release/release-dialog";
import { SaveTemplateDialog } from "../templates/save-template-dialog";
import { AddSlotDialog } from "./add-slot-dialog";
import { CancelDialog, RestoreDialog } from "./cancel-dialog";
import { CopyDialog } from "./copy-dialog";
import { ShiftDialog } from "./shift-dialog";
import { SlotInterviewersDialog } from "./slot-interviewers-dialog";
import { SlotTimeDialog } from "./slot-time-dialog";

interface ScheduleDialogsProps {
  schedule: Schedule;
  slots: Slot[];
  links: LinkRow[];
  applicants: Applicant[];
}

/** Which dialog is open is in the URL, so that a missing criterion can link to its fix. */
export function ScheduleDialogs(props: ScheduleDialogsProps) {
  const { schedule, slots, links, applicants } = props;
  const { dialog, about, closeDialog: onClose } = useDialog("schedule");
  const person = links.find((link) => link.interviewer_id === about);
  const student = slots.find((one) => one.student?.id === about)?.student;
  const corrected = person?.interviewer_id ? { id: person.interviewer_id, ...person } : student;
  const slot = slots.find(({ id }) => id === about);
  const applicant = applicants.find(({ application_id }) => application_id === about);
  switch (dialog) {
    case "send":
      return <SendDialog schedule={schedule} onlyTo={about} onClose={onClose} />;
    case "notify":
      return <NotifyDialog schedule={schedule} onlyTo={about} onClose={onClose} />;
    case "interviewers":
      return <AssignInterviewersDialog schedule={schedule} links={links} onClose={onClose} />;
    case "student":
      return (
        <AssignStudentDialog schedule={schedule} slots={slots} slotId={about} onClose={onClose} />
      );
    case "release":
      return <ReleaseDialog schedule={schedule} onClose={onClose} />;
    case "unrelease":
      return <UnreleaseDialog schedule={schedule} links={links} onClose={onClose} />;
    case "notices":
      return <NoticesDialog scheduleIds={[schedule.id]} onClose={onClose} />;
    case "unassign":
      return (
        slot?.student && (
          <UnassignStudentDialog
            slotId={slot.id}
            scheduleId={schedule.id}
            student={slot.student}
            onClose={onClose}
          />
        )
      );
    case "cancel":
      return <CancelDialog schedule={schedule} links={links} onClose={onClose} />;
    case "restore":
      return <RestoreDialog schedule={schedule} onClose={onClose} />;
    case "reset-link":
      return (
        person?.interviewer_id && (
          <ResetLinkDialog
            personId={person.interviewer_id}
            name={person.full_name}
            onClose={onClose}
          />
        )
      );
    case "correct-address":
      return (
        corrected && (
          <CorrectAddressDialog person={corrected} scheduleIds={[schedule.id]} onClose={onClose} />
        )
      );
    case "remove":
      return person && <RemoveInterviewerDialog person={person} onClose={onClose} />;
    case "replace":
      return (
        person?.interviewer_id && (
          <ReplaceInterviewerDialog
            schedule={schedule}
            links={links}
            replaced={{ id: person.interviewer_id, ...person }}
            onClose={onClose}
          />
        )
      );
    case "move":
    case "swap":
      return (
        slot?.student && (
          <MoveStudentDialog kind={dialog} schedule={schedule} slot={slot} onClose={onClose} />
        )
      );
    case "time":
      return (
        slot && <SlotTimeDialog schedule={schedule} slot={slot} links={links} onClose={onClose} />
      );
    case "add-slot":
      return <AddSlotDialog schedule={schedule} slots={slots} links={links} onClose={onClose} />;
    case "slot-interviewers":
      return (
        slot && (
          <SlotInterviewersDialog schedule={schedule} slot={slot} links={links} onClose={onClose} />
        )
      );
    case "place":
      return (
        applicant && (
          <PlaceApplicantDialog
            schedule={schedule}
            slots={slots}
            applicant={applicant}
            onClose={onClose}
          />
        )
      );
    case "decline":
      return (
        applicant && (
          <DeclineDialog ociId={schedule.oci_id} applicant={applicant} onClose={onClose} />
        )
      );
    case "auto-assign":
      return (
        <AutoAssignDialog
          scheduleIds={[schedule.id]}
          openSlots={schedule.interview_count - schedule.assigned_count}
          onClose={onClose}
        />
      );
    case "copy":
      return <CopyDialog schedule={schedule} onClose={onClose} />;
    case "shift":
      return <ShiftDialog schedule={schedule} links={links} onClose={onClose} />;
    case "template":
      return <SaveTemplateDialog schedule={schedule} onClose={onClose} />;
    default:
      return null;
  }
}
