import { type CsvColumn, toCsv } from "../../../../lib/csv";
import { fetchAll } from "../../../../lib/supabase/fetch-all";
import { emailKindLabels, emailStatusLabels } from "../../../labels";

import type { EmailFilters } from "../shared/email-filters";
import { type EmailRow, filteredEmails, withSchedules } from "./list-api";

const columns: CsvColumn<EmailRow>[] = [
  { label: "Written at", value: ({ created_at }) => created_at },
  { label: "Kind", value: ({ kind }) => emailKindLabels[kind] },
  { label: "To", value: ({ to_name }) => to_name },
  { label: "Email", value: ({ to_email }) => to_email },
  { label: "Subject", value: ({ subject }) => subject },
  { label: "Status", value: ({ status }) => emailStatusLabels[status] },
  {
    label: "Interview days",
    value: ({ schedules }) => schedules.map(({ on_date }) => on_date).join(" "),
  },
];

export const emailsCsv = async (filters: EmailFilters) =>
  toCsv(columns, await withSchedules(await fetchAll(() => filteredEmails(filters))));
