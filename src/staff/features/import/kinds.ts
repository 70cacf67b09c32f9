import type { Enums } from "../../../lib/supabase/database.types";
import { paths } from "../../../paths";

export type ImportKind = Enums<"import_kind">;

export interface Field {
  id: string;
  label: string;
  isRequired: boolean;
  /** Other headings it goes by. */
  aliases: string[];
  example: string;
}

interface Kind {
  title: string;
  /** What the rows are called in a sentence. */
  noun: string;
  about: string;
  list: string;
  fields: Field[];
}

const field = (label: string, id: string, example: string, aliases: string[]): Field => ({
  id,
  label,
  isRequired: true,
  aliases,
  example,
});
const optional = (...args: Parameters<typeof field>): Field => ({
  ...field(...args),
  isRequired: false,
});

const email = (example: string) =>
  field("Email", "email", example, ["email address", "e-mail", "mail", "student email"]);
const fullName = (example: string) =>
  field("Full name", "full_name", example, ["name", "student", "student name", "interviewer"]);
const employer = field("Employer", "employer", "Northwind LLP", [
  "employer name",
  "company",
  "organization",
  "organisation",
  "firm",
]);

export const kinds: Record<ImportKind, Kind> = {
  employers: {
    title: "Import employers",
    noun: "employers",
    about: "Employers are matched by their name.",
    list: paths.employers(),
    fields: [
      field("Name", "name", "Northwind LLP", [...employer.aliases, "employer"]),
      optional("Website", "website", "https://northwind.example", ["url", "web", "homepage"]),
    ],
  },
  interviewers: {
    title: "Import interviewers",
    noun: "interviewers",
    about:
      "Interviewers are matched by their employer and email address. Import new employers first.",
    list: paths.interviewers(),
    fields: [
      employer,
      fullName("Priya Raman"),
      email("priya.raman@northwind.example"),
      optional("Title", "title", "Partner", ["job title", "role", "position"]),
      optional("Recruiter", "is_recruiter", "no", ["is recruiter", "coordinator"]),
    ],
  },
  students: {
    title: "Import students",
    noun: "students",
    about: "Students are matched by their email address.",
    list: paths.students(),
    fields: [
      fullName("Jordan Lee"),
      email("jordan.lee@university.example"),
      optional("Program", "program", "JD", ["degree", "programme", "school"]),
      optional("Class year", "class_year", "2028", [
        "year",
        "class",
        "graduation year",
        "class of",
      ]),
    ],
  },
  assignments: {
    title: "Import slot assignments",
    noun: "assignments",
    about:
      "Each row assigns a student to the slot that starts at that time, in the schedule’s time zone.",
    list: paths.ocis(),
    fields: [
      employer,
      field("Date", "date", "2027-02-24", ["day", "interview date", "on date"]),
      field("Time", "time", "09:30", ["start", "starts", "start time", "from"]),
      optional("Location", "location", "Room 204", ["room", "place"]),
      email("jordan.lee@university.example"),
    ],
  },
};

export const isKind = (kind: string | undefined): kind is ImportKind =>
  Object.keys(kinds).includes(kind ?? "");
