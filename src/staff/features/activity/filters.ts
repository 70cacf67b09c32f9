import { pastPeriods } from "../../lists/past-days";
import { dates } from "../../url/date-range";
import { id, oneOf, page, text, type Values } from "../../url/search-params";

/** The kinds of act that people look for, and the tables whose changes they are. */
export const kinds = [
  {
    id: "schedules",
    label: "OCIs and schedules",
    tables: ["ocis", "schedules", "schedule_templates"],
  },
  { id: "students", label: "Students’ slots", tables: ["slots", "applications", "assignments"] },
  {
    id: "interviewers",
    label: "Who interviews",
    tables: ["schedule_interviewers", "slot_interviewers", "substitute_proposals"],
  },
  { id: "links", label: "Interview Links", tables: ["emails", "access_links"] },
  {
    id: "directory",
    label: "Directories",
    tables: ["employers", "interviewers", "students", "job_postings"],
  },
  {
    id: "office",
    label: "Settings and staff",
    tables: ["settings", "staff", "email_words", "school_logo"],
  },
] as const;

export const activityFilters = {
  q: text,
  /** A staff member. */
  by: id,
  kind: oneOf(kinds),
  dates: dates(pastPeriods),
  oci: id,
  schedule: id,
  page,
};
export type ActivityFilters = Values<typeof activityFilters>;
