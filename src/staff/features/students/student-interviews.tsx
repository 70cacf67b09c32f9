import { formatDate } from "../../../lib/dates/calendar-date";
import { formatZonedRange } from "../../../lib/dates/format-date";
import { paths } from "../../../paths";
import { Table, type TableColumn } from "../../../ui/lists/table";
import { LinkState } from "../links/shared/link-state";
import { ReleaseState } from "../schedules/shared/release-state";
import { scheduleLocation } from "../schedules/shared/schedule-facts";
import type { StudentInterview, StudentLink } from "./api";

interface StudentInterviewsProps {
  interviews: StudentInterview[];
  notifications: StudentLink[];
}

export function StudentInterviews({ interviews, notifications }: StudentInterviewsProps) {
  return (
    <Table
      label="Interviews, the latest first"
      columns={[...columns, linkColumn(notifications)]}
      rows={interviews}
      rowHref={({ schedule }) => paths.schedule(schedule.id)}
      rowText={({ schedule }) => `${schedule.oci.employer.name}, ${formatDate(schedule.on_date)}`}
      empty={
        <p className="px-4 py-6 text-muted sm:px-6">
          None yet. Students are assigned on a schedule’s page.
        </p>
      }
    />
  );
}

const linkColumn = (notifications: StudentLink[]): TableColumn<StudentInterview> => ({
  id: "link",
  label: "Notified",
  className: "w-56 narrow:w-auto narrow:text-right",
  cell: ({ schedule }) => {
    const link = notifications.find(({ schedule_id }) => schedule_id === schedule.id);
    return link && (schedule.released_at || link.status) ? <LinkState link={link} /> : null;
  },
});

const columns: TableColumn<StudentInterview>[] = [
  {
    id: "when",
    label: "When",
    className: "w-64 tabular-nums narrow:col-span-2 narrow:w-auto",
    cell: ({ starts_at, ends_at, schedule: { on_date, time_zone } }) => (
      <>
        <span className="block">{formatDate(on_date)}</span>
        <span className="block text-muted">{formatZonedRange(starts_at, ends_at, time_zone)}</span>
      </>
    ),
  },
  {
    id: "employer",
    label: "Employer · position",
    isRowHeader: true,
    className: "narrow:col-span-2",
    cell: ({ schedule }) => (
      <>
        <span className="block truncate font-medium">{schedule.oci.employer.name}</span>
        <span className="block truncate text-muted">
          {[schedule.oci.posting?.title, scheduleLocation(schedule)].filter(Boolean).join(" · ")}
        </span>
      </>
    ),
  },
  {
    id: "release",
    label: "Release",
    className: "w-48 narrow:w-auto",
    cell: ({ schedule }) => <ReleaseState schedule={schedule} />,
  },
];
