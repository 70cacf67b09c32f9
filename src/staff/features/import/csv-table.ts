import Papa from "papaparse";
import { plainCell } from "../../../lib/csv";
import { DomainError } from "../../../lib/errors/domain-error";

export interface CsvTable {
  headers: string[];
  rows: string[][];
}

const maxRows = 50_000;

/** The first line names the columns. Any usual delimiter and encoding; empty lines are left out. Throws DomainError. */
export function readCsv(bytes: Uint8Array): CsvTable {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new DomainError("csv_is_spreadsheet");
  }
  const { delimiter, text } = splitHint(decode(bytes));
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: [",", ";", "\t", "|"],
    skipEmptyLines: "greedy",
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken) throw new DomainError("csv_unclosed_quote", { row: broken.row ?? 1 });
  const [first, ...rows] = data.map((cells) => cells.map((cell) => plainCell(cell.trim())));
  if (!first || rows.length === 0) throw new DomainError("csv_empty");
  if (rows.length > maxRows) {
    throw new DomainError("csv_too_long", { rows: rows.length, most: maxRows });
  }
  return { headers: first.map((name, n) => name || `Column ${n + 1}`), rows };
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // What older spreadsheets write where the text is not UTF-8.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Excel says its delimiter in a line of its own: "sep=;" */
function splitHint(text: string): { delimiter?: string; text: string } {
  const hint = /^sep=(.)\r?\n/i.exec(text);
  return hint ? { delimiter: hint[1], text: text.slice(hint[0].length) } : { text };
}
