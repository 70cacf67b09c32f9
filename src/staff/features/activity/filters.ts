/** The kinds of act that people look for, and the tables whose changes they are. */
export const kindFilters = [
  {
    id: "schedules",
    label: "OCIs and schedules",
    tables: ["ocis", "schedules", "schedule_templates"],
  },
  { id: "students", label: "Students’ slots", tables: ["slots", "applications", "assignments"] },
  {
    id: "interviewers",
    label: "Who interviews",
    tables: ["schedule_interviewers", "slot_interviewers"],
  },
  { id: "links", label: "Interview Links", tables: ["emails", "access_links"] },
  {
    id: "directory",
    label: "Directories",
    tables: ["employers", "interviewers", "students", "job_postings"],
  },
  { id: "office", label: "Settings and staff", tables: ["settings", "staff"] },
] as const;

export const dateFilters = [
  { id: "today", label: "Today" },
  { id: "week", label: "Last 7 days" },
  { id: "month", label: "Last 30 days" },
  { id: "range", label: "From … to …" },
] as const;

export interface ActivityFilters {
  text: string;
  /** A staff member's id. */
  by: string | null;
  kind: (typeof kindFilters)[number]["id"] | null;
  dates: (typeof dateFilters)[number]["id"] | null;
  /** YYYY-MM-DD, the first and the last day that count. */
  from: string | null;
  until: string | null;
  oci: string | null;
  schedule: string | null;
  page: number;
}

function pick<T extends { id: string }>(options: readonly T[], id: string | null): T["id"] | null {
  return options.find((option) => option.id === id)?.id ?? null;
}

const readDay = (text: string | null) => (/^\d{4}-\d\d-\d\d$/.test(text ?? "") ? text : null);
const readId = (text: string | null) => (/^[0-9a-f-]{36}$/.test(text ?? "") ? text : null);

export function readActivityFilters(params: URLSearchParams): ActivityFilters {
  const dates = pick(dateFilters, params.get("dates"));
  return {
    text: params.get("q") ?? "",
    by: readId(params.get("by")),
    kind: pick(kindFilters, params.get("kind")),
    dates,
    from: dates === "range" ? readDay(params.get("from")) : null,
    until: dates === "range" ? readDay(params.get("until")) : null,
    oci: readId(params.get("oci")),
    schedule: readId(params.get("schedule")),
    page: Math.max(1, Number.parseInt(params.get("page") ?? "", 10) || 1),
  };
}

export const noFilters = {
  q: null,
  by: null,
  kind: null,
  dates: null,
  from: null,
  until: null,
  oci: null,
  schedule: null,
};

export function isFiltered({ page, from, until, ...filters }: ActivityFilters): boolean {
  return Object.values(filters).some(Boolean);
}
