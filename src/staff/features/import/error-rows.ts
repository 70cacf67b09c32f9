import { type CsvColumn, toCsv } from "../../../lib/csv";
import type { Outcome } from "./api";
import type { CsvTable } from "./csv-table";

/** The rows with errors and the reason for each. Once corrected, the file can be imported as it is. */
export function errorRowsCsv({ headers, rows }: CsvTable, outcomes: Outcome[]): string {
  const columns: CsvColumn<Outcome>[] = [
    ...headers.map((label, column) => ({
      label,
      value: ({ n }: Outcome) => rows[n - 1]?.[column],
    })),
    { label: "Reason", value: ({ reason }) => reason },
  ];
  return toCsv(
    columns,
    outcomes.filter(({ outcome }) => outcome === "error"),
  );
}
