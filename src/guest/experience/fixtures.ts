import type { Experience, Schedule, Slot } from "./experience";
import type { Interview } from "./student-days";

/** Test data: 24 November 2026 in New York (UTC-5), two interviews with a break between them. */
export const at = (time: string, day = "2026-11-24") => Date.parse(`${day}T${time}:00-05:00`);

// A space where ISO has "T", as the embedded API writes it.
const instant = (ms: number) => new Date(ms).toISOString().replace("T", " ").replace("Z", "+00");

export function slot(from: string, to: string, student: string | null, rest?: Partial<Slot>): Slot {
  return {
    id: from,
    kind: "interview",
    label: null,
    starts_at: instant(at(from)),
    ends_at: instant(at(to)),
    student: student ? { full_name: student, program: "JD", class_year: 2027 } : null,
    with: [],
    ...rest,
  };
}

export function schedule(rest?: Partial<Schedule>): Schedule {
  return {
    id: "schedule",
    position: "Summer Associate",
    posting_url: null,
    on_date: "2026-11-24",
    time_zone: "America/New_York",
    starts_at: instant(at("09:00")),
    ends_at: instant(at("11:00")),
    format: "virtual",
    video: "in_app",
    meeting_url: null,
    location: null,
    canceled: false,
    revision: 1,
    day: "before",
    slots: [],
    ...rest,
  };
}

export const today = (rest?: Partial<Schedule>) =>
  schedule({
    day: "today",
    slots: [
      slot("09:00", "09:30", "Jordan Lee"),
      slot("09:30", "10:00", null, { kind: "break", label: "Coffee" }),
      slot("10:00", "10:30", "Aisha Khan"),
      slot("10:30", "11:00", null),
    ],
    ...rest,
  });

export function experience(schedules: Schedule[], now = at("08:00")): Experience {
  return {
    now: instant(now),
    version: "1",
    school: {
      school_name: "State University",
      office_name: "Career Office",
      support_email: "careers@state.example",
      support_phone: null,
    },
    person: { full_name: "Priya Raman" },
    employer: "Northwind LLP",
    schedules,
  };
}

/** A student's interview of 9:00 AM. */
export const interview = (rest?: Partial<Interview>): Interview => ({
  id: "slot",
  schedule_id: "schedule",
  employer: "Northwind LLP",
  position: "Summer Associate",
  on_date: "2026-11-24",
  time_zone: "America/New_York",
  starts_at: instant(at("09:00")),
  ends_at: instant(at("09:30")),
  format: "virtual",
  video: "in_app",
  meeting_url: null,
  location: null,
  day: "before",
  with: [],
  ...rest,
});
