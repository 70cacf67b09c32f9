import { formatTimestamp } from "../../../lib/dates/relative-time";
import type { TableColumn } from "../../../ui/lists/table";
import type { Interviewer } from "./api";

export const interviewerColumns: TableColumn<Interviewer>[] = [
  {
    id: "full_name",
    label: "Name",
    isRowHeader: true,
    canSort: true,
    className: "w-2/5 narrow:col-span-2 narrow:w-auto",
    cell: ({ full_name, email, is_recruiter }) => (
      <>
        <span className="block truncate font-medium">
          {full_name}
          {is_recruiter && <span className="font-normal text-muted"> · recruiter</span>}
        </span>
        <span className="block truncate text-muted">{email}</span>
      </>
    ),
  },
  {
    id: "employer",
    label: "Employer",
    canSort: true,
    className: "narrow:col-span-2",
    cell: ({ employer, title }) => (
      <>
        <span className="block truncate">{employer}</span>
        {title && <span className="block truncate text-muted">{title}</span>}
      </>
    ),
  },
  {
    id: "last_opened_at",
    label: "Link last opened",
    canSort: true,
    className: "w-44 text-muted narrow:col-span-2 narrow:w-auto",
    cell: ({ last_opened_at }) => (
      <>
        <span className="hidden narrow:inline">Link last opened: </span>
        {last_opened_at ? formatTimestamp(last_opened_at) : "never"}
      </>
    ),
  },
];
