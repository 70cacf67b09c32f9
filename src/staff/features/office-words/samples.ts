import { formatDate } from "../../../lib/dates/calendar-date";
import type { EmailKind } from "./api";

interface Named {
  full_name: string;
  employer: string;
  on_date: string | null;
}

/** "Priya Raman · Northwind LLP · Tue, Nov 24" */
export const sampleLabel = ({ full_name, employer, on_date }: Named): string =>
  [full_name, employer, on_date && formatDate(on_date)].filter(Boolean).join(" · ");

/** What is made up in the preview, where the schedule itself has no such email to send. */
export const sampleNotes: Partial<Record<EmailKind, string>> = {
  change: "As if the interviews had been an hour earlier.",
  cancellation: "As if the day had been canceled.",
};
