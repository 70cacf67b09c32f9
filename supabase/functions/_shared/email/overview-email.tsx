/** @jsxImportSource react */
import { Contact } from "./contact.tsx";
import { EmailLayout } from "./layout.tsx";
import { Address, Button } from "./links.tsx";
import { Closing, Introduction } from "./office-words.tsx";
import type { EmailContent } from "./payload.ts";
import { placeholder } from "./placeholders.ts";
import { Divider, Heading, Lead, List, Title } from "./text.tsx";

/** To a recruiter who sees the overview, and interviews on no day of their own. */
export function OverviewEmail({ content }: { content: EmailContent }) {
  const { school, employer } = content;
  const title = `${employer} interview days`;
  const lead = `At ${school.school_name}, on one page`;
  return (
    <EmailLayout
      title={title}
      preheader={`${lead}: who interviews when, and who has received their link. No account needed.`}
      note={content.note}
      school={school}
      footer={
        <Contact
          school={school}
        >{`you are a recruiter for ${employer} at ${school.school_name}`}</Contact>
      }
    >
      <Title>{title}</Title>
      <Lead>{lead}</Lead>
      <Introduction
        content={content}
        standard={`Your page shows every announced interview day for ${employer}, who is interviewing, and whether each interviewer has received their link.`}
      />
      <div style={{ paddingTop: 24 }}>
        <Button href={placeholder.interviewLink}>Open your page</Button>
      </div>
      <Address href={placeholder.interviewLink} />
      <Closing content={content}>
        <Divider />
        <Heading>What you can do there</Heading>
        <List
          items={[
            "Have a colleague’s link resent to them.",
            "Propose a substitute; the career office decides and notifies both.",
            "The link is personal; please do not forward this email.",
          ]}
        />
      </Closing>
    </EmailLayout>
  );
}
