import type { Enums } from "../../../../lib/supabase/database.types";
import { documentKindLabels } from "../../../../shared/labels";
import { type Describe, joinWithAnd, type Line } from "./line";

const columnNames: Record<string, string> = {
  full_name: "name",
  is_recruiter: "whether they recruit",
  class_year: "class year",
  sees_overview: "whether they see the overview",
  shares_email: "whether they share an address",
  url: "URL",
};

const columnsOf = ({ detail }: Line) =>
  joinWithAnd(
    Object.keys(detail).map((column) => columnNames[column] ?? column.replaceAll("_", " ")),
  );

/** Rows that are added, changed, archived and removed alike. */
function directory(table: string, noun: string): Record<string, Describe> {
  return {
    [`${table}.insert`]: ({ subject }) => `added the ${noun} ${subject}`,
    [`${table}.delete`]: ({ subject }) => `removed the ${noun} ${subject}`,
    [`${table}.update`]: (line) => {
      const archived = line.change("archived_at");
      if (archived) return `${archived[1] ? "archived" : "restored"} the ${noun} ${line.subject}`;
      return `changed ${columnsOf(line)} of the ${noun} ${line.subject}`;
    },
    [`${table}.import`]: ({ detail }) => imported(`${noun}s`, detail),
  };
}

const document = ({ subject, detail }: Line) =>
  `${subject}’s ${documentKindLabels[detail.kind as Enums<"document_kind">].toLowerCase()}, ${detail.file_name}`;

const outcomes: Record<string, string> = {
  create: "added",
  update: "changed",
  unchanged: "the same as before",
  error: "left out",
};

function imported(nouns: string, detail: Line["detail"]): string {
  const counts = Object.entries(detail).map(
    ([outcome, rows]) => `${rows} ${outcomes[outcome] ?? outcome}`,
  );
  return `imported ${nouns}: ${joinWithAnd(counts) || "nothing"}`;
}

export const directoryDescriptions: Record<string, Describe> = {
  ...directory("employers", "employer"),
  ...directory("interviewers", "interviewer"),
  ...directory("students", "student"),
  "students.add_document": (line) => `uploaded ${document(line)}`,
  "students.replace_document": (line) => `replaced ${document(line)}`,
  "students.remove_document": (line) => `removed ${document(line)}`,
  ...directory("job_postings", "job posting"),
  ...directory("schedule_templates", "template"),
  "assignments.import": ({ detail }) => imported("assignments", detail),
  "applications.insert": (line) =>
    `added ${line.name("student_id")} to the applicants of ${line.name("job_posting_id")}`,
  "applications.delete": (line) =>
    `removed ${line.name("student_id")} from the applicants of ${line.name("job_posting_id")}`,
  "applications.update": (line) => {
    const status = line.change("status")?.[1];
    return status
      ? `marked the applicant ${line.subject} as ${status}`
      : `moved the applicant ${line.subject} in the order`;
  },
};
