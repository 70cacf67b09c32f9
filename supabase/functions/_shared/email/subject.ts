import { formatDay } from "../dates.ts";
import type { EmailInterview, EmailSchedule, InterviewerEmail } from "./payload.ts";

type Dated = Pick<EmailSchedule | EmailInterview, "starts_at" | "time_zone">;

/** "Your interview link: Northwind LLP at State University, Tue, Nov 24" */
export function interviewerSubject(
  content: Pick<InterviewerEmail, "school" | "employer" | "schedules">,
): string {
  const { employer, school, schedules } = content;
  const [day, ...others] = daysOf(schedules);
  const when = others.length > 0 ? `${others.length + 1} days starting ${day}` : day;
  return `Your interview link: ${employer} at ${school.school_name}, ${when}`;
}

/** "Changed: your interview with Northwind LLP, Tue, Nov 24" */
export function studentSubject(interviews: EmailInterview[]): string {
  const [day, ...others] = daysOf(interviews);
  const schedules = new Set(interviews.map(({ schedule_id }) => schedule_id));
  const [first] = interviews;
  let what = `interviews on ${others.length + 1} days, starting ${day}`;
  if (others.length === 0) what = `interviews on ${day}`;
  if (schedules.size === 1) what = `interview with ${first?.employer}, ${day}`;
  if (interviews.every(({ state }) => state === "canceled")) return `Canceled: your ${what}`;
  return interviews.some(({ state }) => state !== "new") ? `Changed: your ${what}` : `Your ${what}`;
}

const daysOf = (dated: Dated[]) => [
  ...new Set(dated.map(({ starts_at, time_zone }) => formatDay(starts_at, time_zone))),
];
