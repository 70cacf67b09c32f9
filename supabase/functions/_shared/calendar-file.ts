import ical, {
  ICalAlarmType,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { CalendarEvent } from "./calendar-links.ts";
import { type Instant, toDate } from "./dates.ts";

export type CalendarEntry = CalendarEvent & {
  scheduleId: string;
  personId: string;
  /** Which of the person's entries of this schedule: private.calendar_events gives it. */
  key: number;
  sequence: number;
};

/** publish: for whoever downloads it. request, cancel: sent by email, for calendars that follow. */
export type CalendarMethod = "publish" | "request" | "cancel";

type Person = { name: string; email: string };

export type CalendarOptions = {
  method: CalendarMethod;
  appUrl: string;
  stamp: Instant;
  organizer: Person;
  attendee?: Person;
};

const methods = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
};

const remindSeconds = 15 * 60;

/** A name as every calendar program reads it: they differ in what ends a parameter, quoted or not. */
const named = ({ name, email }: Person): Person => ({
  name:
    name
      .replace(/[":;,\\]+/g, " ")
      .replace(/ {2,}/g, " ")
      .trim() || email,
  email,
});

/**
 * An .ics in UTC. An entry keeps its UID for good, and SEQUENCE rises with every change that its
 * person is notified of: a later file replaces or removes what an earlier one put there. No
 * Interview Link stands in it, because calendars are shared.
 */
export function calendarFile(entries: CalendarEntry[], options: CalendarOptions): string {
  const { method, organizer, attendee } = options;
  const calendar = ical({
    prodId: { company: "Campus Interviews", product: "Interviews" },
    method: methods[method],
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.scheduleId}.${entry.personId}.${entry.key}@${new URL(options.appUrl).hostname}`,
      sequence: entry.sequence,
      stamp: toDate(options.stamp),
      start: toDate(entry.startsAt),
      end: toDate(entry.endsAt),
      summary: entry.title,
      location: entry.location,
      description: entry.details,
      organizer: named(organizer),
      ...(attendee && {
        attendees: [{ ...named(attendee), rsvp: false, status: ICalAttendeeStatus.ACCEPTED }],
      }),
      ...(method !== "cancel" && {
        alarms: [{ type: ICalAlarmType.display, trigger: remindSeconds }],
      }),
      status: method === "cancel" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: ICalEventBusyStatus.BUSY,
      transparency: ICalEventTransparency.OPAQUE,
    });
  }
  return calendar.toString();
}
