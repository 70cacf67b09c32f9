import { Link } from "react-router";
import { formatZonedRange } from "../../../lib/dates/format-date";
import { paths } from "../../../paths";
import { locationOf } from "../../../shared/location";
import type { TableColumn } from "../../../ui/lists/table";
import type { Interview } from "./api";
import { InterviewActions } from "./interview-actions";
import { People } from "./people";
import { StateCell, TimeLeft } from "./state-cell";

const columns: TableColumn<Interview>[] = [
  {
    id: "time",
    label: "Time",
    className: "w-44 narrow:w-auto narrow:order-2 narrow:col-span-2",
    cell: (row) => (
      <>
        <span className="block whitespace-nowrap tabular-nums">
          {formatZonedRange(row.starts_at, row.ends_at, row.time_zone)}
        </span>
        <TimeLeft interview={row} />
      </>
    ),
  },
  {
    id: "interview",
    label: "Interview",
    isRowHeader: true,
    className: "narrow:order-1",
    cell: (row) => (
      <>
        <Link to={paths.schedule(row.schedule_id)} className="font-medium hover:underline">
          {row.student}
        </Link>
        <span className="block text-muted wrap-anywhere">
          {[row.employer, row.position, row.video !== "in_app" && locationOf(row)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </>
    ),
  },
  {
    id: "people",
    label: "People",
    className: "w-[28%] narrow:order-4 narrow:col-span-2 narrow:w-auto",
    cell: (row) => <People interview={row} />,
  },
  {
    id: "state",
    label: "State",
    className: "w-52 narrow:order-3 narrow:col-span-2 narrow:w-auto narrow:pt-1!",
    cell: (row) => <StateCell interview={row} />,
  },
];

const actions: TableColumn<Interview> = {
  id: "actions",
  label: "Actions",
  className: "w-32 narrow:order-1 narrow:w-auto",
  cell: (row) => <InterviewActions interview={row} />,
};

export const readColumns = columns;
export const adminColumns = [...columns, actions];
