import { saveFile } from "./save-file";

export interface CsvColumn<T> {
  label: string;
  value: (row: T) => string | number | boolean | null | undefined;
}

/** A CSV file as spreadsheets expect it: with a byte order mark, and no cell that they would run. */
export function toCsv<T>(columns: CsvColumn<T>[], rows: readonly T[]): string {
  const lines = [
    columns.map(({ label }) => cellOf(label)),
    ...rows.map((row) => columns.map(({ value }) => cellOf(value(row)))),
  ];
  return `\uFEFF${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}

function cellOf(value: ReturnType<CsvColumn<never>["value"]>): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  const text = String(value ?? "");
  // What begins like a formula is run by a spreadsheet, unless an apostrophe says that it is text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before toCsv made it safe. */
export const plainCell = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, "");

export function saveCsv(csv: string, name: string): void {
  saveFile(new Blob([csv], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}
