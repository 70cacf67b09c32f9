import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { CalendarEvent } from "./calendar-links.ts";
import { type Instant, toDate } from "./dates.ts";

export type CalendarEntry = CalendarEvent & {
  scheduleId: string;
  revision: number;
  canceled?: boolean;
};

/**
 * An .ics with one event per schedule, in UTC. The same schedule keeps its UID and raises SEQUENCE
 * with its revision, so a later file replaces an earlier one's entry.
 */
export function calendarFile(
  entries: CalendarEntry[],
  options: { appUrl: string; interviewLink: string; stamp: Instant },
): string {
  const calendar = ical({
    prodId: { company: "Campus Interviews", product: "Interview Link" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `schedule-${entry.scheduleId}@${new URL(options.appUrl).hostname}`,
      sequence: entry.revision,
      stamp: toDate(options.stamp),
      start: toDate(entry.startsAt),
      end: toDate(entry.endsAt),
      summary: entry.title,
      location: entry.location,
      description: `${entry.details}\nYour interview page: ${options.interviewLink}`,
      status: entry.canceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: ICalEventBusyStatus.BUSY,
      transparency: ICalEventTransparency.OPAQUE,
    });
  }
  return calendar.toString();
}
