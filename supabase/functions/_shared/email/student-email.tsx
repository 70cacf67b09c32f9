/** @jsxImportSource react */
import { formatZonedRange } from "../dates.ts";
import { studentEvent, studentPlace } from "../student-event.ts";
import { Contact } from "./contact.tsx";
import { headline } from "./headline.ts";
import { EmailLayout } from "./layout.tsx";
import { Address, Button } from "./links.tsx";
import { Closing, Introduction } from "./office-words.tsx";
import { type EmailContent, type EmailSchedule, isHeld } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { ScheduleBlock } from "./schedule-block.tsx";
import { Divider, Heading, Lead, List, Text, Title } from "./text.tsx";

/** Tells a student of their interviews. Name, address and link are placeholders. */
export function StudentEmail({ content }: { content: EmailContent }) {
  const { school, schedules } = content;
  const held = schedules.filter(isHeld);
  const [first, second] = schedules;
  const what = second ? "Your interviews" : `Your interview with ${first?.employer}`;
  const { title, lead } = headline(content, what, !second);
  return (
    <EmailLayout
      title={title}
      preheader={`${lead.replace(/\.$/, "")}. Your interview page; no account needed.`}
      note={content.note}
      school={school}
      footer={
        <Contact school={school}>
          {`you are interviewing through ${school.school_name}’s ${school.office_name}`}
        </Contact>
      }
    >
      <Title>{title}</Title>
      <Lead>{lead}</Lead>
      <Introduction content={content} standard={opening(schedules, held)} />
      <div style={{ paddingTop: 24 }}>
        <Button href={placeholder.interviewLink}>Open your interview page</Button>
      </div>
      <Address href={placeholder.interviewLink} />
      {schedules.map((schedule) => (
        <ScheduleBlock
          key={schedule.id}
          schedule={schedule}
          schedules={schedules}
          audience="student"
          event={studentEvent(school, schedule)}
        >
          <Details schedule={schedule} />
        </ScheduleBlock>
      ))}
      <Closing content={content}>
        {held.length > 0 && (
          <>
            <Divider />
            <Heading>What to expect</Heading>
            <List items={expectations(held)} />
          </>
        )}
      </Closing>
    </EmailLayout>
  );
}

function opening(schedules: EmailSchedule[], held: EmailSchedule[]): string {
  if (held.length === 0) {
    return "You do not need to do anything. If you have questions, please contact us.";
  }
  if (schedules.some(({ state }) => state !== "new" && state !== "up_to_date")) {
    return "Something has changed since our last email. Please use the details below.";
  }
  return held.length === 1
    ? "Your interview is set. Your interview page always shows when and where it is."
    : "Your interviews are set. Your interview page always shows when and where they are.";
}

function Details({ schedule }: { schedule: EmailSchedule }) {
  const { employer, position, slots, time_zone } = schedule;
  const times = slots.map(({ starts_at, ends_at }) =>
    formatZonedRange(starts_at, ends_at, time_zone),
  );
  return (
    <>
      <Text>{[employer, position].filter(Boolean).join(" · ")}</Text>
      {times.length > 1 && <List items={times} />}
      <Text>{studentPlace(schedule)}</Text>
    </>
  );
}

function expectations(held: EmailSchedule[]): string[] {
  const isVirtual = held.some(({ format }) => format === "virtual");
  return [
    isVirtual
      ? "On the day, join from your interview page. It works in your browser; there is nothing to install and no account to create."
      : "Your interview page shows the location and, on the day, who will interview you.",
    "Please arrive a few minutes early. If anything changes, the page is updated right away.",
    "The link is personal; please do not forward this email.",
  ];
}
