import { type PastDays, readPastDays } from "../../lists/past-days";
import { parseEnum, readPage } from "../../lists/read-params";

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

export interface ActivityFilters extends PastDays {
  text: string;
  /** A staff member's id. */
  by: string | null;
  kind: (typeof kindFilters)[number]["id"] | null;
  oci: string | null;
  schedule: string | null;
  page: number;
}

const readId = (text: string | null) => (/^[0-9a-f-]{36}$/.test(text ?? "") ? text : null);

export function readActivityFilters(params: URLSearchParams): ActivityFilters {
  return {
    text: params.get("q") ?? "",
    by: readId(params.get("by")),
    kind: parseEnum(kindFilters, params.get("kind")),
    ...readPastDays(params),
    oci: readId(params.get("oci")),
    schedule: readId(params.get("schedule")),
    page: readPage(params),
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
