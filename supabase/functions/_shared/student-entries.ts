import type { CalendarEntry } from "./calendar-file.ts";
import type { Contact } from "./schedule-event.ts";
import { type StudentInterview, studentEvent } from "./student-event.ts";

type Kept = StudentInterview & { schedule_id: string; revision: number; canceled?: boolean };

/**
 * The entries of an .ics. A student who is moved within a schedule keeps the entry of the day; a
 * second interview on it has one of its own.
 */
export function studentEntries(school: Contact, interviews: Kept[]): CalendarEntry[] {
  const seen = new Map<string, number>();
  return interviews.map((interview) => {
    const { schedule_id, revision, canceled } = interview;
    const nth = (seen.get(schedule_id) ?? 0) + 1;
    seen.set(schedule_id, nth);
    const scheduleId = nth === 1 ? schedule_id : `${schedule_id}-${nth}`;
    return { ...studentEvent(school, interview), scheduleId, revision, canceled };
  });
}
