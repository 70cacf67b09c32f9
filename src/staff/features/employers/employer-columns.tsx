import type { TableColumn } from "../../../ui/lists/table";
import type { Employer } from "./api";

export const employerColumns: TableColumn<Employer>[] = [
  {
    id: "name",
    label: "Name",
    isRowHeader: true,
    canSort: true,
    className: "narrow:col-span-2",
    cell: ({ name, website }) => (
      <>
        <span className="block truncate font-medium">{name}</span>
        {website && <span className="block truncate text-muted">{hostOf(website)}</span>}
      </>
    ),
  },
  {
    id: "interviewers",
    label: "Interviewers",
    canSort: true,
    className: "w-32 tabular-nums narrow:w-auto",
    cell: ({ interviewers }) => (
      <>
        {interviewers}
        <span className="hidden narrow:inline">
          {interviewers === 1 ? " interviewer" : " interviewers"}
        </span>
      </>
    ),
  },
  {
    id: "ocis",
    label: "OCIs",
    canSort: true,
    className: "w-24 tabular-nums narrow:w-auto",
    cell: ({ ocis }) => (
      <>
        {ocis}
        <span className="hidden narrow:inline">{ocis === 1 ? " OCI" : " OCIs"}</span>
      </>
    ),
  },
];

const hostOf = (website: string) => website.replace(/^https?:\/\//, "").replace(/\/$/, "");
