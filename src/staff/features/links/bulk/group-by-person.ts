import type { SendRow } from "../preview-api";

export interface Recipient {
  id: string;
  name: string;
  email: string;
  /** All in one email. */
  rows: SendRow[];
}

/** Rows of a plan gathered by whom they are for, in order of name. */
export function groupByPerson(rows: readonly SendRow[]): Recipient[] {
  const people = new Map<string, Recipient>();
  for (const row of rows) {
    const { interviewer_id: id, full_name: name, email } = row;
    const known = people.get(id);
    if (known) known.rows.push(row);
    else people.set(id, { id, name, email, rows: [row] });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether a row speaks of a person: a schedule that is not ready has none. */
export const hasRecipient = ({ outcome }: SendRow) => outcome !== "not_ready";
