/** @jsxImportSource react */
import type { ReactNode } from "react";
import { type CalendarEvent, googleCalendarUrl, outlookCalendarUrl } from "../calendar-links.ts";
import { formatLongDay, formatZone } from "../dates.ts";
import { timesOf } from "./headline.ts";
import { Actions } from "./links.tsx";
import { type EmailContent, type EmailSchedule, isHeld } from "./payload.ts";
import { firstLine } from "./subject.ts";
import { Divider, Heading, Small, Text } from "./text.tsx";

// Gmail cuts an email off at 102 KB: beyond this many schedules each tells what it is, where and when.
const detailedSchedules = 5;

export const isDetailed = (schedules: EmailSchedule[]): boolean =>
  schedules.length <= detailedSchedules;

interface ScheduleBlockProps {
  schedule: EmailSchedule;
  audience: EmailContent["audience"];
  /** All of the email: of one alone, what changed already stands above. */
  schedules: EmailSchedule[];
  /** What the links to Google and Outlook add. */
  event: CalendarEvent;
  children: ReactNode;
}

/** One day of an email: when it is and what changed; where it still takes place, the details too. */
export function ScheduleBlock(props: ScheduleBlockProps) {
  const { schedule, schedules, audience, event, children } = props;
  const { starts_at, time_zone } = schedule;
  const news = schedules.length === 1 ? "" : firstLine(schedule, audience);
  const day = formatLongDay(starts_at, time_zone);
  if (!isHeld(schedule)) {
    return (
      <>
        <Divider />
        <Heading>{`Canceled: ${day}`}</Heading>
        <Text>{`${timesOf(schedule)}, ${formatZone(time_zone)}`}</Text>
        {news && <Text>{news}</Text>}
        <Small top={4}>The attached file removes it from your calendar.</Small>
      </>
    );
  }
  return (
    <>
      <Divider />
      <Heading>{day}</Heading>
      <Text>{`${timesOf(schedule)}, ${formatZone(time_zone)}`}</Text>
      {news && <Text>{news}</Text>}
      {children}
      {isDetailed(schedules) ? (
        <CalendarLinks event={event} />
      ) : (
        <Small top={4}>The attached file adds it to your calendar.</Small>
      )}
    </>
  );
}

function CalendarLinks({ event }: { event: CalendarEvent }) {
  return (
    <>
      <Actions
        links={[
          ["Add to Google Calendar", googleCalendarUrl(event)],
          ["Add to Outlook", outlookCalendarUrl(event)],
        ]}
      />
      <Small top={4}>These two links do not follow later changes; the attached file does.</Small>
    </>
  );
}
