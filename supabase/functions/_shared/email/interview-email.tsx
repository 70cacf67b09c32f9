/** @jsxImportSource react */
import { googleCalendarUrl, outlookCalendarUrl } from "../calendar-links.ts";
import { formatLongDay, formatTimeRange, formatZone, zoneAbbreviation } from "../dates.ts";
import { placeOf, scheduleEvent } from "../schedule-event.ts";
import { Contact } from "./contact.tsx";
import { EmailLayout } from "./layout.tsx";
import { Actions, Address, Button, Link } from "./links.tsx";
import type { EmailSchedule, InterviewerEmail } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { TimeTable } from "./tables.tsx";
import { Divider, Heading, Lead, List, Small, Text, Title } from "./text.tsx";

// Gmail cuts an email off at 102 KB: beyond this many schedules each tells its day and hours only.
const detailedSchedules = 6;

type Content = Pick<InterviewerEmail, "school" | "employer" | "schedules">;

/** The Interview Link email. What differs from person to person are placeholders. */
export function InterviewEmail({ content, appUrl }: { content: Content; appUrl: string }) {
  const { school, employer, schedules } = content;
  const when = summary(schedules);
  return (
    <EmailLayout
      title={`Your interviews for ${employer}`}
      preheader={`${when}. Your personal interview page at ${school.school_name}; no account needed.`}
      header={<Small>{`${school.school_name} · ${school.office_name}`}</Small>}
      footer={
        <Contact school={school}>{`you are an interviewer at ${school.school_name}`}</Contact>
      }
    >
      <Title>{`Your interviews for ${employer}`}</Title>
      <Lead>{when}</Lead>
      <Text top={20}>{`Hello ${placeholder.recipientName},`}</Text>
      <Text top={12}>
        {`You are interviewing students at ${school.school_name}. Your interview page shows whom you will meet, when, and where.`}
      </Text>
      <div style={{ paddingTop: 24 }}>
        <Button href={placeholder.interviewLink}>Open your interview page</Button>
      </div>
      <Address href={placeholder.interviewLink} />
      {schedules.map((schedule) => (
        <Schedule key={schedule.id} content={content} schedule={schedule} appUrl={appUrl} />
      ))}
      <Divider />
      <WhatToExpect />
    </EmailLayout>
  );
}

function summary(schedules: EmailSchedule[]): string {
  const [first, second] = schedules;
  if (!first) return "";
  const day = formatLongDay(first.starts_at, first.time_zone);
  if (second) return `${schedules.length} schedules, from ${day}`;
  return `${day}, ${timesOf(first)}`;
}

/** "9:00 AM – 3:00 PM EST" */
function timesOf({ starts_at, ends_at, time_zone }: EmailSchedule): string {
  const range = formatTimeRange(starts_at, ends_at, time_zone);
  return `${range} ${zoneAbbreviation(starts_at, time_zone)}`;
}

type ScheduleProps = { content: Content; schedule: EmailSchedule; appUrl: string };

function Schedule({ content, schedule, appUrl }: ScheduleProps) {
  const { starts_at, time_zone, position, posting_id } = schedule;
  const event = scheduleEvent(content.school, content.employer, schedule);
  return (
    <>
      <Divider />
      <Heading>{formatLongDay(starts_at, time_zone)}</Heading>
      <Text>{`${timesOf(schedule)}, ${formatZone(time_zone)}`}</Text>
      <Text>{placeOf(schedule)}</Text>
      {posting_id && (
        <Text>
          {`${position} · `}
          <Link href={schedule.posting_url ?? `${appUrl}/admin/postings/${posting_id}`}>
            job posting
          </Link>{" "}
          (sign-in needed)
        </Text>
      )}
      {content.schedules.length <= detailedSchedules && <Times schedule={schedule} />}
      <Actions
        links={[
          ["Add to Google Calendar", googleCalendarUrl(event)],
          ["Add to Outlook", outlookCalendarUrl(event)],
        ]}
      />
      <Small top={4}>For any other calendar, use the attached file.</Small>
    </>
  );
}

function Times({ schedule: { slots, starts_at, time_zone } }: { schedule: EmailSchedule }) {
  return (
    <TimeTable
      caption={`Times in ${zoneAbbreviation(starts_at, time_zone)}, ${formatZone(time_zone)}`}
      rows={slots.map((slot) => ({
        time: formatTimeRange(slot.starts_at, slot.ends_at, time_zone),
        what: slot.kind === "break" ? (slot.label ?? "Break") : "Interview",
        quiet: slot.kind === "break",
      }))}
    />
  );
}

function WhatToExpect() {
  return (
    <>
      <Heading>What to expect</Heading>
      <List
        items={[
          "Interviews appear on your page on the day, with each student’s name.",
          "It works in your browser; there is nothing to install and no account to create.",
          "The link is personal; please do not forward this email.",
        ]}
      />
    </>
  );
}
