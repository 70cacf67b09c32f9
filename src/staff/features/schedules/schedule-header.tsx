import { Link } from "react-router";
import { formatDate } from "../../../lib/dates/calendar-date";
import { paths } from "../../../paths";
import { Button } from "../../../ui/buttons/button";
import { buttonClass } from "../../../ui/buttons/button-class";
import { PageHeader } from "../../../ui/layout/page-header";
import { useMe } from "../../app/require-staff";
import { useDialog } from "../../url/use-dialog";
import type { StudentNotification } from "../links/notifications-api";
import type { LinkRow, Schedule } from "./api";
import { nextStep, type Step } from "./next-step";
import { ScheduleActions } from "./schedule-actions";
import { ReleaseState } from "./shared/release-state";
import { scheduleLocation, timesOf } from "./shared/schedule-facts";

interface ScheduleHeaderProps {
  schedule: Schedule;
  unmet: string[];
  links: LinkRow[];
  notifications: StudentNotification[];
}

export function ScheduleHeader({ schedule, unmet, links, notifications }: ScheduleHeaderProps) {
  const { isAdmin } = useMe();
  const { oci } = schedule;
  const step = nextStep(schedule, unmet, links, notifications);
  return (
    <PageHeader
      title={[oci.employer.name, oci.posting?.title].filter(Boolean).join(" · ")}
      above={
        <>
          <Link to={paths.ocis()} className="hover:text-ink hover:underline">
            OCI Management
          </Link>
          {" / "}
          <Link to={paths.oci(oci.id)} className="hover:text-ink hover:underline">
            {oci.employer.name}, {oci.season}
          </Link>
        </>
      }
      meta={
        <>
          <span className="text-ink">{formatDate(schedule.on_date)}</span>
          <span className="text-ink" title={schedule.time_zone}>
            {timesOf(schedule)}
          </span>
          <Place schedule={schedule} />
          <ReleaseState schedule={schedule} />
          <span className="tabular-nums">
            {schedule.assigned_count} of {schedule.interview_count} students
          </span>
        </>
      }
      actions={
        <>
          <Link to={paths.printSchedule(schedule.id)} className={buttonClass()}>
            Print or export
          </Link>
          {isAdmin && <ScheduleActions schedule={schedule} />}
          {/* Another step is another button: the focus must not wait on it for a second press. */}
          {isAdmin && step && <NextStep key={step.label} step={step} />}
        </>
      }
    />
  );
}

function NextStep({ step }: { step: Step }) {
  const { openDialog } = useDialog("schedule");
  if ("path" in step) {
    return (
      <Link to={step.path} className={buttonClass("primary")}>
        {step.label}
      </Link>
    );
  }
  return (
    <Button variant="primary" onClick={() => openDialog(step.dialog)}>
      {step.label}
    </Button>
  );
}

function Place({ schedule }: { schedule: Schedule }) {
  if (!schedule.meeting_url) return <span>{scheduleLocation(schedule)}</span>;
  return (
    <a className="link" href={schedule.meeting_url} target="_blank" rel="noreferrer">
      {scheduleLocation(schedule)}
    </a>
  );
}
