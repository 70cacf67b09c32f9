/** @jsxImportSource react */
import { googleCalendarUrl, outlookCalendarUrl } from "../calendar-links.ts";
import { formatLongDay, formatTimeRange, formatZone, zoneAbbreviation } from "../dates.ts";
import { studentEvent, studentPlace } from "../student-event.ts";
import { Contact } from "./contact.tsx";
import { EmailLayout } from "./layout.tsx";
import { Actions, Address, Button } from "./links.tsx";
import type { EmailInterview, StudentEmail as Payload, School } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { Divider, Heading, Lead, List, Small, Text, Title } from "./text.tsx";

type Content = Pick<Payload, "school" | "interviews">;

/** Tells a student of their interviews. Name, address and link are placeholders. */
export function StudentEmail({ content: { school, interviews } }: { content: Content }) {
  const held = interviews.filter(({ state }) => state !== "canceled");
  const title = titleOf(interviews, held);
  const when = summary(held.length > 0 ? held : interviews);
  return (
    <EmailLayout
      title={title}
      preheader={`${when}. ${held.length > 0 ? "Your interview page; no account needed." : "Canceled."}`}
      header={<Small>{`${school.school_name} · ${school.office_name}`}</Small>}
      footer={
        <Contact school={school}>
          {`you are interviewing through ${school.school_name}’s ${school.office_name}`}
        </Contact>
      }
    >
      <Title>{title}</Title>
      <Lead>{when}</Lead>
      <Text top={20}>{`Hello ${placeholder.recipientName},`}</Text>
      <Text top={12}>{opening(interviews, held)}</Text>
      <div style={{ paddingTop: 24 }}>
        <Button href={placeholder.interviewLink}>Open your interview page</Button>
      </div>
      <Address href={placeholder.interviewLink} />
      {interviews.map((interview) => (
        <Interview
          key={`${interview.schedule_id} ${interview.starts_at}`}
          school={school}
          interview={interview}
        />
      ))}
      {held.length > 0 && (
        <>
          <Divider />
          <Heading>What to expect</Heading>
          <List items={expectations(held)} />
        </>
      )}
    </EmailLayout>
  );
}

function titleOf(interviews: EmailInterview[], held: EmailInterview[]): string {
  const [first, second] = interviews;
  const what = second ? "Your interviews" : `Your interview with ${first?.employer}`;
  if (held.length === 0) return `${what} ${second ? "are" : "is"} canceled`;
  return held.some(({ state }) => state === "changed") ? `${what}: changed` : what;
}

function summary([first, second]: EmailInterview[]): string {
  if (!first) return "";
  const day = formatLongDay(first.starts_at, first.time_zone);
  return second ? `From ${day}` : `${day}, ${timesOf(first)}`;
}

function opening(interviews: EmailInterview[], held: EmailInterview[]): string {
  if (held.length === 0) {
    const one = "The interview we wrote to you about has been canceled.";
    return interviews.length === 1
      ? one
      : "The interviews we wrote to you about have been canceled.";
  }
  if (interviews.some(({ state }) => state !== "new")) {
    return "Something has changed since our last email. Please use the details below.";
  }
  return held.length === 1
    ? "Your interview is set. Your interview page always shows when and where it is."
    : "Your interviews are set. Your interview page always shows when and where they are.";
}

/** "9:30–10:00 AM EST" */
function timesOf({ starts_at, ends_at, time_zone }: EmailInterview): string {
  const range = formatTimeRange(starts_at, ends_at, time_zone);
  return `${range} ${zoneAbbreviation(starts_at, time_zone)}`;
}

function Interview({ school, interview }: { school: School; interview: EmailInterview }) {
  const { starts_at, time_zone, employer, position, state } = interview;
  const event = studentEvent(school, interview);
  const isCanceled = state === "canceled";
  return (
    <>
      <Divider />
      <Heading>{`${isCanceled ? "Canceled: " : ""}${formatLongDay(starts_at, time_zone)}`}</Heading>
      <Text>{`${timesOf(interview)}, ${formatZone(time_zone)}`}</Text>
      <Text>{[employer, position].filter(Boolean).join(" · ")}</Text>
      {isCanceled ? (
        <Small top={4}>Please remove it from your calendar.</Small>
      ) : (
        <>
          <Text>{studentPlace(interview)}</Text>
          {state === "changed" && <Small top={4}>Changed since our last email.</Small>}
          <Actions
            links={[
              ["Add to Google Calendar", googleCalendarUrl(event)],
              ["Add to Outlook", outlookCalendarUrl(event)],
            ]}
          />
          <Small top={4}>For any other calendar, use the attached file.</Small>
        </>
      )}
    </>
  );
}

function expectations(held: EmailInterview[]): string[] {
  const isVirtual = held.some(({ format }) => format === "virtual");
  return [
    isVirtual
      ? "On the day, join from your interview page. It works in your browser; there is nothing to install and no account to create."
      : "Your interview page shows the location and, on the day, who will interview you.",
    "Please arrive a few minutes early. If anything changes, the page is updated right away.",
    "The link is personal; please do not forward this email.",
  ];
}
