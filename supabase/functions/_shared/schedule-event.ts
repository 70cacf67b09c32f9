import type { CalendarEvent } from "./calendar-links.ts";
import { formatZone, formatZonedRange, type Instant } from "./dates.ts";

export type Contact = {
  school_name: string;
  office_name: string;
  support_email: string;
  support_phone: string | null;
};

export type ScheduleFacts = {
  starts_at: Instant;
  ends_at: Instant;
  time_zone: string;
  format: "in_person" | "virtual";
  video: "in_app" | "external" | null;
  location: string | null;
};

/** Where a schedule's interviews take place, as one phrase. */
export function placeOf(schedule: Pick<ScheduleFacts, "format" | "video" | "location">): string {
  if (schedule.format === "in_person") return schedule.location ?? "In person";
  return schedule.video === "external"
    ? "Your own video meeting"
    : "In-App Video, on your interview page";
}

/**
 * The calendar entry of one schedule. It holds no Interview Link: a Google or Outlook link would
 * hand it to a server.
 */
export function scheduleEvent(
  school: Contact,
  employer: string,
  schedule: ScheduleFacts,
): CalendarEvent {
  const { starts_at, ends_at, time_zone } = schedule;
  const details = [
    `${formatZonedRange(starts_at, ends_at, time_zone)}, ${formatZone(time_zone)}`,
    `Your interviews appear on your interview page on the day. Open it with the button in the email from ${school.office_name}.`,
    `Questions: ${contactLine(school)}`,
  ];
  return {
    title: `${employer} interviews at ${school.school_name}`,
    startsAt: starts_at,
    endsAt: ends_at,
    details: details.join("\n"),
    location: placeOf(schedule),
  };
}

/** "Career Services, careers@example.edu, +1 212 555 0100" */
export function contactLine(school: Contact): string {
  const parts = [school.office_name, school.support_email, school.support_phone];
  return parts.filter(Boolean).join(", ");
}
