/** @jsxImportSource react */
import { formatRowRange, formatZone, hasClockChange, zoneAbbreviation } from "../dates.ts";
import { placeOf, scheduleEvent } from "../schedule-event.ts";
import { Contact } from "./contact.tsx";
import { headline } from "./headline.ts";
import { EmailLayout } from "./layout.tsx";
import { Address, Button, Link } from "./links.tsx";
import { Closing, Introduction } from "./office-words.tsx";
import { type EmailContent, type EmailSchedule, isHeld } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { isDetailed, ScheduleBlock } from "./schedule-block.tsx";
import { TimeTable } from "./tables.tsx";
import { Divider, Heading, Lead, List, Text, Title } from "./text.tsx";

/** An interviewer's email. What differs from person to person are placeholders. */
export function InterviewEmail({ content, appUrl }: { content: EmailContent; appUrl: string }) {
  const { school, schedules } = content;
  const employer = schedules[0]?.employer ?? "";
  const { title, lead } = headline(content, `Your interviews for ${employer}`, false);
  const isHolding = schedules.some(isHeld);
  return (
    <EmailLayout
      title={title}
      preheader={`${lead.replace(/\.$/, "")}. Your personal interview page at ${school.school_name}; no account needed.`}
      note={content.note}
      school={school}
      footer={
        <Contact school={school}>{`you are an interviewer at ${school.school_name}`}</Contact>
      }
    >
      <Title>{title}</Title>
      <Lead>{lead}</Lead>
      <Introduction
        content={content}
        standard={
          isHolding
            ? `You are interviewing students at ${school.school_name}. Your interview page shows whom you will meet, when, and where.`
            : null
        }
      />
      <div style={{ paddingTop: 24 }}>
        <Button href={placeholder.interviewLink}>Open your interview page</Button>
      </div>
      <Address href={placeholder.interviewLink} />
      {schedules.map((schedule) => (
        <ScheduleBlock
          key={schedule.id}
          schedule={schedule}
          schedules={schedules}
          audience="interviewer"
          event={scheduleEvent(school, employer, schedule)}
        >
          <Details schedule={schedule} appUrl={appUrl} isDetailed={isDetailed(schedules)} />
        </ScheduleBlock>
      ))}
      <Closing content={content}>
        {isHolding && (
          <>
            <Divider />
            <WhatToExpect isInApp={schedules.some(({ video }) => video === "in_app")} />
          </>
        )}
      </Closing>
    </EmailLayout>
  );
}

interface DetailsProps {
  schedule: EmailSchedule;
  appUrl: string;
  isDetailed: boolean;
}

function Details({ schedule, appUrl, isDetailed }: DetailsProps) {
  const { position, posting_id, posting_url, meeting_url } = schedule;
  return (
    <>
      <Text>
        {placeOf(schedule)}
        {meeting_url && (
          <>
            {": "}
            <Link href={meeting_url}>{meeting_url}</Link>
          </>
        )}
      </Text>
      {posting_id && (
        <Text>
          {`${position} · `}
          <Link href={posting_url ?? `${appUrl}/admin/postings/${posting_id}`}>job posting</Link>{" "}
          (sign-in needed)
        </Text>
      )}
      {isDetailed && <Times schedule={schedule} />}
    </>
  );
}

function Times({ schedule: { slots, starts_at, time_zone } }: { schedule: EmailSchedule }) {
  const zone = hasClockChange(starts_at, time_zone)
    ? `${formatZone(time_zone)}; the clocks change on this day`
    : `${zoneAbbreviation(starts_at, time_zone)}, ${formatZone(time_zone)}`;
  return (
    <TimeTable
      caption={`Times in ${zone}`}
      rows={slots.map((slot) => ({
        time: formatRowRange(slot.starts_at, slot.ends_at, time_zone),
        what: slot.kind === "break" ? (slot.label ?? "Break") : "Interview",
        quiet: slot.kind === "break",
      }))}
    />
  );
}

function WhatToExpect({ isInApp }: { isInApp: boolean }) {
  return (
    <>
      <Heading>What to expect</Heading>
      <List
        items={[
          "Interviews appear on your page on the day, with each student’s name.",
          isInApp
            ? "It works in your browser; there is nothing to install and no account to create."
            : "It opens in your browser; no account is needed.",
          "The link is personal; please do not forward this email.",
        ]}
      />
    </>
  );
}
