import { Status } from "../../../ui/feedback/status";
import type { TableColumn } from "../../../ui/lists/table";
import type { Student } from "./api";

export const studentColumns: TableColumn<Student>[] = [
  {
    id: "full_name",
    label: "Name",
    isRowHeader: true,
    canSort: true,
    className: "w-2/5 narrow:col-span-2 narrow:w-auto",
    cell: ({ full_name, email }) => (
      <>
        <span className="block truncate font-medium">{full_name}</span>
        <span className="block truncate text-muted">{email}</span>
      </>
    ),
  },
  {
    id: "program",
    label: "Program",
    canSort: true,
    cell: ({ program, class_year }) => (
      <>
        {program ?? <span className="text-muted">–</span>}
        {class_year && <span className="hidden narrow:inline"> {class_year}</span>}
      </>
    ),
  },
  {
    id: "class_year",
    label: "Class year",
    canSort: true,
    className: "w-28 tabular-nums narrow:hidden",
    cell: ({ class_year }) => class_year ?? <span className="text-muted">–</span>,
  },
  {
    id: "has_resume",
    label: "Résumé",
    className: "w-28 narrow:hidden",
    cell: ({ has_resume }) =>
      has_resume ? <Status tone="success">On file</Status> : <span className="text-muted">–</span>,
  },
  {
    id: "interviews",
    label: "Interviews",
    canSort: true,
    className: "w-28 tabular-nums narrow:w-auto narrow:text-right",
    cell: ({ interviews }) => (
      <>
        {interviews}
        <span className="hidden narrow:inline">
          {interviews === 1 ? " interview" : " interviews"}
        </span>
      </>
    ),
  },
];
