import { Link } from "react-router";
import { formatDate } from "../../../lib/dates/calendar-date";
import { paths } from "../../../paths";
import { buttonClass } from "../../../ui/buttons/button-class";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Status } from "../../../ui/feedback/status";
import { SelectionBar } from "../../../ui/lists/selection-bar";
import { Table, type TableColumn } from "../../../ui/lists/table";
import { useMe } from "../../app/require-staff";
import { useSelection } from "../../lists/use-selection";
import type { OciSchedule } from "../schedules/api";
import { ReleaseState } from "../schedules/shared/release-state";
import { scheduleLocation, timesOf } from "../schedules/shared/schedule-facts";
import { BulkActions } from "./bulk-actions";
import { searchForSchedules } from "./shared/bulk-search";

interface OciSchedulesProps {
  ociId: string;
  schedules: OciSchedule[];
}

export function OciSchedules({ ociId, schedules }: OciSchedulesProps) {
  const { isAdmin } = useMe();
  const ids = schedules.map(({ id }) => id);
  const { selected, select, clear } = useSelection(ociId, ids);
  const chosen = ids.filter((id) => selected === "all" || selected.has(id));
  return (
    <>
      <Table
        label="Schedules"
        columns={columns}
        rows={schedules}
        rowHref={(schedule) => paths.schedule(schedule.id)}
        rowText={(schedule) => formatDate(schedule.on_date)}
        selected={selected}
        onSelect={isAdmin ? select : undefined}
        empty={
          <EmptyState
            title="No schedule yet"
            action={
              isAdmin && (
                <Link to="schedules/new" className={buttonClass("primary")}>
                  New schedule
                </Link>
              )
            }
          >
            A schedule is one day of interviews: its slots, interviewers, and students.
          </EmptyState>
        }
      />
      <SelectionBar label="schedules" count={chosen.length} onClear={clear}>
        <BulkActions
          send={paths.sendLinks(searchForSchedules(chosen))}
          release={paths.releaseSchedules(searchForSchedules(chosen))}
        />
      </SelectionBar>
    </>
  );
}

const columns: TableColumn<OciSchedule>[] = [
  {
    id: "date",
    label: "Date",
    isRowHeader: true,
    className: "narrow:col-span-2",
    cell: (schedule) => (
      <>
        <span className="block font-medium">{formatDate(schedule.on_date)}</span>
        <span className="block text-muted">
          {timesOf(schedule)} · {scheduleLocation(schedule)}
        </span>
      </>
    ),
  },
  {
    id: "release",
    label: "Release",
    className: "w-48 narrow:w-auto",
    cell: (schedule) => <ReleaseState schedule={schedule} />,
  },
  {
    id: "interviewers",
    label: "Interviewers",
    className: "w-44 narrow:w-auto narrow:order-last narrow:col-span-2",
    cell: (schedule) => (
      <>
        <span className="block narrow:hidden">
          {schedule.interviewer_count || (
            <Status tone="warning" mark="triangle">
              none
            </Status>
          )}
        </span>
        <LinksSent schedule={schedule} />
      </>
    ),
  },
  {
    id: "students",
    label: "Students",
    className: "w-24 tabular-nums narrow:w-auto",
    cell: (schedule) => (
      <>
        {schedule.assigned_count} of {schedule.interview_count}
        <span className="hidden narrow:inline"> students</span>
      </>
    ),
  },
];

function LinksSent({ schedule }: { schedule: OciSchedule }) {
  const { links } = schedule;
  if (links.length === 0) return null;
  const sent = links.filter(({ up_to_date }) => up_to_date).length;
  return (
    <span className="text-muted">
      <Status
        tone={sent === links.length ? "success" : "neutral"}
        mark={sent === links.length ? "dot" : "ring"}
      >
        Sent {sent}/{links.length}
      </Status>
    </span>
  );
}
