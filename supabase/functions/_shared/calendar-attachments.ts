import { type CalendarMethod, calendarFile } from "./calendar-file.ts";
import type { EmailPayload, EmailSchedule } from "./email/payload.ts";
import { scheduleEvent } from "./schedule-event.ts";
import { studentEvent } from "./student-event.ts";
import type { Attachment } from "./transport/mail-transport.ts";

/**
 * One file a schedule for what holds, and one for what must leave the calendar: a file has one
 * method, and mail programs update one entry from it.
 */
export function calendarAttachments(payload: EmailPayload, appUrl: string): Attachment[] {
  const files = payload.schedules.flatMap((schedule) => [
    ...filesOf(payload, schedule, "request", schedule.events, appUrl),
    ...filesOf(payload, schedule, "cancel", schedule.dropped, appUrl),
  ]);
  return files.map((file, index) => ({
    ...file,
    filename: files.length === 1 ? "interviews.ics" : `interviews-${index + 1}.ics`,
  }));
}

function filesOf(
  payload: EmailPayload,
  schedule: EmailSchedule,
  method: CalendarMethod,
  events: EmailSchedule["events"],
  appUrl: string,
): Omit<Attachment, "filename">[] {
  if (events.length === 0) return [];
  const { school, to, person_id: personId, created_at: stamp } = payload;
  const { id: scheduleId, sequence } = schedule;
  const entries = events.map(([key, startsAt, endsAt]) => {
    const times = { starts_at: new Date(startsAt * 1000), ends_at: new Date(endsAt * 1000) };
    const event =
      payload.audience === "student"
        ? studentEvent(school, { ...schedule, ...times })
        : scheduleEvent(school, schedule.employer, { ...schedule, ...times });
    return { ...event, scheduleId, personId, key, sequence };
  });
  const content = calendarFile(entries, {
    method,
    appUrl,
    stamp,
    organizer: { name: school.office_name, email: school.support_email },
    attendee: { name: to.name, email: to.email },
  });
  const contentType = `text/calendar; charset=utf-8; method=${method.toUpperCase()}`;
  return [{ content, contentType }];
}
