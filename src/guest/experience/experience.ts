import type { Contact } from "../../lib/calendar-links";
import type { Database } from "../../lib/supabase/database.types";

type Enums = Database["public"]["Enums"];

/** All that this person may see at this moment: what `interview_experience` answers, or a student's days. */
export interface Experience {
  now: string;
  /** Another one once anything else here has changed, but for what the clock does. */
  version: string;
  school: Contact;
  person: { full_name: string };
  /** The interviewer's; null on a student's page. */
  employer: string | null;
  /** Other employers they interview for, each on a page of its own; absent on a student's page. */
  elsewhere?: string[];
  /** Whether a recruiter's page shows all days of their employer; absent on a student's page. */
  overview?: boolean;
  schedules: Schedule[];
}

export interface Schedule {
  id: string;
  /** On a student's page: with whom. An interviewer's days are all of one employer. */
  employer?: string;
  position: string | null;
  posting_url: string | null;
  on_date: string;
  time_zone: string;
  /** null while it has no slots. */
  starts_at: string | null;
  ends_at: string | null;
  format: Enums["schedule_format"];
  video: Enums["schedule_video"] | null;
  meeting_url: string | null;
  location: string | null;
  canceled: boolean;
  revision: number;
  /** Where today stands in the schedule's own zone, decided by the database. */
  day: "before" | "today" | "over";
  /** Empty on any other day than today. */
  slots: Slot[];
}

export interface Slot {
  id: string;
  kind: Enums["slot_kind"];
  label: string | null;
  starts_at: string;
  ends_at: string;
  student: Student | null;
  with: string[];
}

export interface Student {
  full_name: string;
  program: string | null;
  class_year: number | null;
  /** What an interviewer may open of them today. */
  documents?: StudentDocument[];
}

export interface StudentDocument {
  id: string;
  kind: Enums["document_kind"];
  file_name: string;
  size: number;
}
