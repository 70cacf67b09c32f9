import type { Contact } from "../../lib/calendar-links";
import type { Experience, Schedule } from "./experience";

/** What `student_experience` answers. */
export interface StudentExperience {
  now: string;
  version: string;
  school: Contact;
  person: { full_name: string };
  interviews: Interview[];
  canceled: CanceledInterview[];
}

type Facts = Pick<
  Schedule,
  "position" | "on_date" | "time_zone" | "format" | "video" | "meeting_url" | "location"
>;

export interface Interview extends Facts {
  /** The slot's. */
  id: string;
  schedule_id: string;
  employer: string;
  starts_at: string;
  ends_at: string;
  day: "before" | "today";
  /** Who interviews them, on the day only. */
  with: string[];
}

export interface CanceledInterview {
  schedule_id: string;
  employer: string;
  position: string | null;
  on_date: string;
  time_zone: string;
}

const nowhere = {
  posting_url: null,
  meeting_url: null,
  video: null,
  location: null,
  revision: 0,
} as const;

/** A student's interviews as days of one slot each: everything about time is shared with interviewers' pages. */
export function studentDays(student: StudentExperience): Experience {
  const { now, version, school, person } = student;
  const canceled: Schedule[] = student.canceled.map(({ schedule_id, ...rest }) => ({
    ...nowhere,
    ...rest,
    id: schedule_id,
    format: "virtual",
    starts_at: null,
    ends_at: null,
    canceled: true,
    day: "before",
    slots: [],
  }));
  const held = student.interviews.map((interview) => dayLabel(interview, person.full_name));
  return { now, version, school, person, employer: null, schedules: [...held, ...canceled] };
}

function dayLabel({ with: interviewers, ...interview }: Interview, name: string): Schedule {
  const { id, starts_at, ends_at, day } = interview;
  const student = { full_name: name, program: null, class_year: null };
  const slot = {
    id,
    kind: "interview" as const,
    label: null,
    starts_at,
    ends_at,
    student,
    with: interviewers,
  };
  return { ...nowhere, ...interview, canceled: false, slots: day === "today" ? [slot] : [] };
}
