import { saveFile } from "./save-file";

export interface CsvColumn<T> {
  label: string;
  value: (row: T) => CsvValue;
}

type CsvValue = string | number | boolean | null | undefined;

/** The next lines of a CSV file, and how many of its rows there are so far. */
export interface CsvPiece {
  text: string;
  done: number;
  total: number;
}

/** A CSV file as spreadsheets expect it: with a byte order mark, and no cell that they would run. */
export const toCsv = <T>(columns: CsvColumn<T>[], rows: readonly T[]): string =>
  csvHead(columns) + csvLines(columns, rows);

export const csvHead = <T>(columns: CsvColumn<T>[]): string =>
  `\uFEFF${lineOf(columns.map(({ label }) => label))}`;

export const csvLines = <T>(columns: CsvColumn<T>[], rows: readonly T[]): string =>
  rows.map((row) => lineOf(columns.map(({ value }) => value(row)))).join("");

const lineOf = (values: CsvValue[]) => `${values.map(cellOf).join(",")}\r\n`;

function cellOf(value: CsvValue): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  const text = String(value ?? "");
  // What begins like a formula is run by a spreadsheet, unless an apostrophe says that it is text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before toCsv made it safe. */
export const plainCell = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, "");

export function saveCsv(csv: string | Blob[], name: string): void {
  const parts = typeof csv === "string" ? [csv] : csv;
  saveFile(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}
