import { formatDates } from "../../../lib/dates/calendar-date";
import type { Tables } from "../../../lib/supabase/database.types";
import { paths } from "../../../paths";
import { Table, type TableColumn } from "../../../ui/lists/table";

type Oci = Pick<
  Tables<"oci_list">,
  "id" | "position" | "name" | "season" | "first_date" | "last_date" | "assigned" | "interviews"
>;

export function EmployerOcis({ ocis }: { ocis: Oci[] }) {
  return (
    <Table
      label="OCIs"
      columns={columns}
      rows={ocis}
      rowHref={({ id }) => paths.oci(id)}
      rowText={({ position, season }) => `${position ?? "No position"}, ${season}`}
      empty={<p className="px-4 py-6 text-muted sm:px-6">None yet.</p>}
    />
  );
}

const columns: TableColumn<Oci>[] = [
  {
    id: "position",
    label: "Position",
    isRowHeader: true,
    className: "w-2/5 narrow:col-span-2 narrow:w-auto",
    cell: ({ position, name }) => (
      <span className="font-medium">
        {[position ?? "No position", name].filter(Boolean).join(" · ")}
      </span>
    ),
  },
  { id: "season", label: "Season", className: "text-muted", cell: ({ season }) => season },
  {
    id: "dates",
    label: "Dates",
    cell: ({ first_date, last_date }) =>
      first_date && last_date ? formatDates(first_date, last_date) : "No schedule yet",
  },
  {
    id: "students",
    label: "Students",
    className: "w-28 tabular-nums",
    cell: ({ assigned, interviews }) => (
      <>
        {assigned} of {interviews}
        <span className="hidden narrow:inline"> students</span>
      </>
    ),
  },
];
