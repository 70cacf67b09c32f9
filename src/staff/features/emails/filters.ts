import { emailStateLabel, emailStates } from "../../../components/email-status";
import type { Enums } from "../../../lib/database.types";
import { kindLabels } from "./words";

export const problemStates: Enums<"email_status">[] = [
  "bounced",
  "complained",
  "failed",
  "uncertain",
];

export const statusFilters = [
  { id: "problems" as const, label: "Any problem" },
  ...emailStates.map((id) => ({ id, label: emailStateLabel(id) })),
];
export const kindFilters = (Object.keys(kindLabels) as Enums<"email_kind">[]).map((id) => ({
  id,
  label: kindLabels[id],
}));
export const dateFilters = [
  { id: "today", label: "Today" },
  { id: "week", label: "Last 7 days" },
  { id: "month", label: "Last 30 days" },
  { id: "range", label: "From … to …" },
] as const;

export interface EmailFilters {
  text: string;
  /** Part of a name or an address. */
  recipient: string;
  status: (typeof statusFilters)[number]["id"] | null;
  kind: Enums<"email_kind"> | null;
  dates: (typeof dateFilters)[number]["id"] | null;
  /** YYYY-MM-DD, the first and the last day that count. */
  from: string | null;
  until: string | null;
  /** The emails of one send. */
  batch: string | null;
  page: number;
}

function pick<T extends { id: string }>(options: readonly T[], id: string | null): T["id"] | null {
  return options.find((option) => option.id === id)?.id ?? null;
}

const readDay = (text: string | null) => (/^\d{4}-\d\d-\d\d$/.test(text ?? "") ? text : null);

export function readEmailFilters(params: URLSearchParams): EmailFilters {
  const dates = pick(dateFilters, params.get("dates"));
  return {
    text: params.get("q") ?? "",
    recipient: params.get("to") ?? "",
    status: pick(statusFilters, params.get("status")),
    kind: pick(kindFilters, params.get("kind")),
    dates,
    from: dates === "range" ? readDay(params.get("from")) : null,
    until: dates === "range" ? readDay(params.get("until")) : null,
    batch: params.get("batch"),
    page: Math.max(1, Number.parseInt(params.get("page") ?? "", 10) || 1),
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
