import { Link } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import type { SelectedSchedule } from "../selection-api";
import { timesOf } from "./schedule-facts";

/** Whose day it is, and when; leads to its page. */
export function ScheduleName({ schedule }: { schedule: SelectedSchedule }) {
  const { employer, posting } = schedule.oci;
  return (
    <Link to={paths.schedule(schedule.id)} className="hover:underline">
      <span className="font-medium">{employer.name}</span>
      {posting && ` · ${posting.title}`}
      <span className="block text-muted text-sm">
        {formatDate(schedule.on_date)}, {timesOf(schedule)}
      </span>
    </Link>
  );
}
