import { formatZone, formatZonedRange } from "./dates.ts";
import { type Contact, contactLine, type ScheduleFacts } from "./schedule-event.ts";

/** One student's interview, as far as a calendar needs it. */
export type StudentInterview = ScheduleFacts & { employer: string };

/** Where a student goes for it, as one phrase. */
export function studentPlace({
  format,
  video,
  location,
}: Omit<StudentInterview, "employer">): string {
  if (format === "in_person") return location ?? "In person";
  if (video === "external") return "External video meeting; join from your interview page";
  return video === "in_app" ? "In-App Video, on your interview page" : "By video";
}

/**
 * The calendar entry of one student's interview. It holds no link: a Google or Outlook link would
 * hand it to a server.
 */
export function studentEvent(school: Contact, interview: StudentInterview) {
  const { employer, starts_at, ends_at, time_zone } = interview;
  const details = [
    `${formatZonedRange(starts_at, ends_at, time_zone)}, ${formatZone(time_zone)}`,
    `Open your interview page with the button in the email from ${school.office_name}.`,
    `Questions: ${contactLine(school)}`,
  ];
  return {
    title: `Interview with ${employer}`,
    startsAt: starts_at,
    endsAt: ends_at,
    details: details.join("\n"),
    location: studentPlace(interview),
  };
}
