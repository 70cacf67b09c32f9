import { Link } from "react-router";
import {
  formatDay,
  formatRowTime,
  formatTime,
  zoneAbbreviation,
} from "../../../lib/dates/format-date";
import { explainError } from "../../../lib/errors/explain-error";
import { paths } from "../../../paths";
import { degreeOf } from "../../../shared/degree";
import { Menu, type MenuAction } from "../../../ui/buttons/menu";
import { cx } from "../../../ui/cx";
import { showToast } from "../../../ui/feedback/toast";
import { useDialog } from "../../url/use-dialog";
import type { Schedule } from "../schedules/api";
import { type Applicant, useSetApplicationStatus } from "./applicants-api";
import { draggedAs } from "./shared/student-drag";

interface ApplicantRowProps {
  applicant: Applicant;
  schedule: Schedule;
  canChange: boolean;
}

export function ApplicantRow({ applicant, schedule, canChange }: ApplicantRowProps) {
  const { full_name: name, student_id: studentId, status, slot_id } = applicant;
  const canDrag = canChange && !slot_id && status === "preselected";
  return (
    <li
      {...(canDrag && draggedAs({ studentId, name }))}
      className={cx("flex items-start gap-2 py-2", canDrag && "cursor-grab")}
    >
      <div className="min-w-0 flex-1 text-sm">
        <p className="wrap-anywhere">
          <span className="font-medium">{name}</span>{" "}
          <span className="text-muted">{degreeOf(applicant)}</span>
        </p>
        <p className="text-muted">
          <Held applicant={applicant} schedule={schedule} />
        </p>
      </div>
      {canChange && <ApplicantMenu applicant={applicant} />}
    </li>
  );
}

function Held({ applicant, schedule }: Omit<ApplicantRowProps, "canChange">) {
  const { starts_at, time_zone: zone, schedule_id: heldIn, status } = applicant;
  if (!starts_at || !zone || !heldIn)
    return status === "declined" ? "No interview" : "No interview yet";
  if (heldIn === schedule.id) return formatRowTime(starts_at, zone);
  return (
    <Link className="link" to={paths.schedule(heldIn)}>
      {formatDay(starts_at, zone)}, {formatTime(starts_at, zone)}{" "}
      {zoneAbbreviation(starts_at, zone)}
    </Link>
  );
}

const labels = { preselected: "preselected", alternate: "an alternate", declined: "declined" };

function ApplicantMenu({ applicant }: { applicant: Applicant }) {
  const { openDialog } = useDialog("schedule");
  const set = useSetApplicationStatus((error) => showToast(explainError(error)));
  const { application_id: applicationId, full_name: name, status, slot_id } = applicant;

  function change(to: Applicant["status"]) {
    set.mutate({ applicationId, status: to, onDone: () => say(to) });
  }
  function say(to: Applicant["status"]) {
    showToast(`${name} is ${labels[to]} now.`, () => set.mutate({ applicationId, status }));
  }
  const actions: (MenuAction | false)[] = [
    status === "preselected" &&
      !slot_id && {
        id: "assign",
        label: "Assign to a slot…",
        onAction: () => openDialog("place", applicationId),
      },
    status === "alternate" && {
      id: "promote",
      label: slot_id ? "Promote to preselected" : "Promote to preselected…",
      onAction: () => (slot_id ? change("preselected") : openDialog("place", applicationId)),
    },
    status === "preselected" &&
      !slot_id && {
        id: "alternate",
        label: "Make an alternate",
        onAction: () => change("alternate"),
      },
    status === "declined" && {
      id: "preselect",
      label: "Make preselected again",
      onAction: () => change("preselected"),
    },
    status !== "declined" && {
      id: "decline",
      label: slot_id ? "Decline…" : "Decline",
      onAction: () => (slot_id ? openDialog("decline", applicationId) : change("declined")),
    },
  ];
  return <Menu label={`Actions for ${name}`} isCompact actions={actions.filter((one) => !!one)} />;
}
