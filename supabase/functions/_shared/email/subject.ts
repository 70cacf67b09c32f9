import { describeChanges, whenOf } from "../changes.ts";
import { formatDay, formatTime, zoneAbbreviation } from "../dates.ts";
import { type EmailContent, type EmailSchedule, isHeld } from "./payload.ts";

/** "Changed: your interview with Northwind LLP, now Tue, Nov 24, 10:00–10:30 AM EST (was 9:30–10:00 AM)" */
export function standardSubject(content: EmailContent): string {
  const { schedules } = content;
  if (content.kind === "overview")
    return `Your overview: ${content.employer} interviews at ${content.school.school_name}`;
  if (content.kind === "reminder")
    return `Reminder: your ${what(content)}, ${firstTime(schedules)}`;
  const [only, ...others] = schedules;
  if (schedules.every((one) => !isHeld(one))) return `Canceled: ${subjectWords(content)}`;
  if (schedules.every(({ state }) => state === "new" || state === "up_to_date")) {
    return content.audience === "student"
      ? `Your ${what(content)}, ${days(schedules)}`
      : `Your interview ${content.kind === "schedule" ? "schedule" : "link"}: ${only?.employer} at ${content.school.school_name}, ${days(schedules)}`;
  }
  const change = others.length === 0 && only ? changeOf(only) : null;
  return `Changed: ${change ? `your ${what(content)}, ${change}` : subjectWords(content)}`;
}

const subjectWords = (content: EmailContent) => `your ${what(content)}, ${days(content.schedules)}`;

/** The first thing that changed, fit for a subject; null when that is only a matter of detail. */
export function changeOf({ before, facts }: EmailSchedule): string | null {
  return before && facts ? (describeChanges(before, facts)[0] ?? null) : null;
}

/** "interview with Northwind LLP", "interviews for Northwind LLP at State University", "interviews" */
function what({ audience, school, schedules }: EmailContent): string {
  const employers = new Set(schedules.map(({ employer }) => employer));
  const [employer] = employers;
  if (audience === "interviewer") return `interviews for ${employer} at ${school.school_name}`;
  if (employers.size > 1) return "interviews";
  const count = schedules.flatMap(({ slots }) => slots).length;
  return `${count > 1 ? "interviews" : "interview"} with ${employer}`;
}

/** "Tue, Nov 24", "2 days starting Tue, Nov 24" */
export function days(schedules: EmailSchedule[]): string {
  const [day, ...others] = [
    ...new Set(schedules.map(({ starts_at, time_zone }) => formatDay(starts_at, time_zone))),
  ];
  return others.length > 0 ? `${others.length + 1} days starting ${day}` : `${day}`;
}

/** "Tue, Nov 24, 9:30 AM EST": when the first of them begins. */
function firstTime([first]: EmailSchedule[]): string {
  if (!first) return "";
  const { starts_at, time_zone } = first;
  const time = `${formatTime(starts_at, time_zone)} ${zoneAbbreviation(starts_at, time_zone)}`;
  return `${formatDay(starts_at, time_zone)}, ${time}`;
}

/** What this email brings, as its first line: "Now Thu, Nov 26, 10:00 AM EST (was 9:00 AM)." */
export function firstLine(schedule: EmailSchedule, audience: EmailContent["audience"]): string {
  const { state, before, facts, employer } = schedule;
  const was = before ? whenOf(before) : days([schedule]);
  if (state === "canceled") return `The interview day of ${employer}, ${was}, has been canceled.`;
  if (state === "removed") {
    return audience === "student"
      ? `Your interview with ${employer}, ${was}, will not take place.`
      : `You are no longer an interviewer on ${was}.`;
  }
  if (state === "changed" && before && facts) {
    const changes = describeChanges(before, facts);
    return changes.length > 0 ? `${capital(changes.join("; "))}.` : "Its details have changed.";
  }
  return "";
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
