import { type CsvColumn, toCsv } from "../../../lib/csv";
import type { Outcome } from "./api";
import type { CsvTable } from "./csv-table";

/** The bad rows as they were, and why each is bad: mended, the file can be imported as it is. */
export function badRowsCsv({ headers, rows }: CsvTable, outcomes: Outcome[]): string {
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
