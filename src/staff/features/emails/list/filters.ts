import type { Enums } from "../../../../lib/supabase/database.types";
import { emailKindLabels, emailStatusLabels, optionsOf } from "../../../labels";
import { type PastDays, readPastDays } from "../../../lists/past-days";
import { parseEnum, readPage } from "../../../lists/read-params";

export const problemStates: Enums<"email_status">[] = [
  "bounced",
  "complained",
  "failed",
  "uncertain",
];

export const statusFilters = [
  { id: "problems" as const, label: "Any problem" },
  ...optionsOf(emailStatusLabels),
];
export const kindFilters = optionsOf(emailKindLabels);

export interface EmailFilters extends PastDays {
  text: string;
  /** Part of a name or an email address. */
  recipient: string;
  status: (typeof statusFilters)[number]["id"] | null;
  kind: Enums<"email_kind"> | null;
  /** The emails of one send. */
  batch: string | null;
  page: number;
}

export function readEmailFilters(params: URLSearchParams): EmailFilters {
  return {
    text: params.get("q") ?? "",
    recipient: params.get("to") ?? "",
    status: parseEnum(statusFilters, params.get("status")),
    kind: parseEnum(kindFilters, params.get("kind")),
    ...readPastDays(params),
    batch: params.get("batch"),
    page: readPage(params),
  };
}

export const noFilters = {
  q: null,
  to: null,
  status: null,
  kind: null,
  dates: null,
  from: null,
  until: null,
  batch: null,
};

export function isFiltered(filters: EmailFilters): boolean {
  const { text, recipient, status, kind, dates, batch } = filters;
  return Boolean(text || recipient || status || kind || dates || batch);
}
