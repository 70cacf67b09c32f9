import type { CsvTable } from "./csv-table";
import type { Field } from "./kinds";

/** Which column of the file holds which field; a field left out is not in the file. */
export type Mapping = Partial<Record<string, number>>;

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** By the headings, each column used once: first the exact names, then what a field also goes by. */
export function guessMapping(headers: string[], fields: Field[]): Mapping {
  const names = headers.map(plain);
  const mapping: Mapping = {};
  const take = (field: Field, known: string[]) => {
    if (mapping[field.id] !== undefined) return;
    const taken = Object.values(mapping);
    const column = names.findIndex((name, n) => known.includes(name) && !taken.includes(n));
    if (column >= 0) mapping[field.id] = column;
  };
  for (const field of fields) take(field, [plain(field.label), plain(field.id)]);
  for (const field of fields) take(field, field.aliases.map(plain));
  return mapping;
}

export const missingFields = (mapping: Mapping, fields: Field[]) =>
  fields.filter(({ id, isRequired }) => isRequired && mapping[id] === undefined);

export type ImportRow = Record<string, string>;

export function rowsOf({ rows }: CsvTable, mapping: Mapping): ImportRow[] {
  const columns = Object.entries(mapping);
  return rows.map((cells) =>
    Object.fromEntries(
      columns.flatMap(([id, column]) => (column === undefined ? [] : [[id, cells[column] ?? ""]])),
    ),
  );
}
