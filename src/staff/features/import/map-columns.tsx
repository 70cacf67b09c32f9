import { Select } from "../../../ui/fields/select";
import type { CsvTable } from "./csv-table";
import type { Field } from "./kinds";
import type { Mapping } from "./mapping";

interface MapColumnsProps {
  table: CsvTable;
  fields: Field[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

const none = "none";

/** Which column is which, preset from the headings. */
export function MapColumns({ table, fields, mapping, onChange }: MapColumnsProps) {
  const columns = table.headers.map((label, n) => ({
    id: String(n),
    label,
    detail: table.rows.find((cells) => cells[n])?.[n]?.slice(0, 60),
  }));
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 font-medium">Which column is which?</legend>
      {fields.map(({ id, label, isRequired }) => (
        <Select
          key={id}
          label={isRequired ? label : `${label} (optional)`}
          placeholder="Choose a column"
          options={isRequired ? columns : [{ id: none, label: "Not in this file" }, ...columns]}
          value={mapping[id]?.toString() ?? (isRequired ? null : none)}
          onChange={(column) =>
            onChange({ ...mapping, [id]: column === none ? undefined : Number(column) })
          }
        />
      ))}
    </fieldset>
  );
}
