import { formatDate } from "../../../../lib/dates/calendar-date";
import { formatTime } from "../../../../lib/dates/format-date";
import type { Tables } from "../../../../lib/supabase/database.types";

export type ActivityRow = Tables<"activity">;
type Pair = [before: unknown, after: unknown];

/** One line of activity, as its description needs it. */
export interface Line {
  detail: Record<string, unknown>;
  /** What the row it is about was called. */
  subject: string;
  zone: string;
  date: string | null;
  /** A column's old and new value; undefined when it did not change. */
  change: (column: string) => Pair | undefined;
  /** The name behind an id's new value, or its old one when it is gone. */
  name: (column: string) => string;
  oldName: (column: string) => string | null;
}

export type Describe = (line: Line) => string;

/** The tables, and the column, whose names are the start of a slot. */
const slotTables = ["slots", "video_rooms", "slot_id"];

export function readLine(row: ActivityRow): Line {
  const detail = row.detail as Record<string, unknown>;
  const names = row.names as Record<string, string | [string | null, string | null] | undefined>;
  const namesOf = (column: string) => {
    const pair = names[column];
    return Array.isArray(pair) ? pair : ([null, null] as const);
  };
  const text = (name: string) => (typeof names[name] === "string" ? names[name] : null);
  const zone = text("time_zone") ?? "UTC";
  // A slot is called by its start.
  const called = (table: string, name: string | null) =>
    name && slotTables.includes(table) ? formatTime(name, zone) : name;
  const nameOf = (column: string, n: 0 | 1) => called(column, namesOf(column)[n]);
  return {
    detail,
    subject: called(row.action.split(".")[0] ?? "", text("subject")) ?? "someone",
    zone,
    date: text("on_date"),
    change: (column) => {
      const pair = detail[column];
      return Array.isArray(pair) ? (pair as Pair) : undefined;
    },
    name: (column) => nameOf(column, 1) ?? nameOf(column, 0) ?? "someone since removed",
    oldName: (column) => nameOf(column, 0),
  };
}

/** "a", "a and b", "a, b and c" */
export function joinWithAnd(parts: string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Where it was done: "Northwind LLP · Tue, Nov 24". */
export function activityContext(row: ActivityRow): string | null {
  const names = row.names as { employer?: string; on_date?: string };
  if (!names.employer) return null;
  return names.on_date ? `${names.employer} · ${formatDate(names.on_date)}` : names.employer;
}
