import { type CalendarEntry, calendarFile } from "./calendar-file.ts";
import type { EmailPayload } from "./email/payload.ts";
import { fillHtml, fillText, placeholder } from "./email/placeholders.ts";
import type { EmailTemplate } from "./email/render-email.tsx";
import { appUrl } from "./links.ts";
import { scheduleEvent } from "./schedule-event.ts";
import { studentEntries } from "./student-entries.ts";
import type { OutgoingEmail } from "./transport/mail-transport.ts";

/** Subject and the three bodies of one person's email. With the placeholder as link they are fit to be kept. */
export function contentFor(payload: EmailPayload, template: EmailTemplate, link: string) {
  const values = {
    [placeholder.interviewLink]: link,
    [placeholder.recipientName]: payload.to.name,
    [placeholder.recipientEmail]: payload.to.email,
  };
  return {
    subject: template.subject,
    html: fillHtml(template.html, values),
    text: fillText(template.text, values),
    ics: calendarFile(entriesOf(payload), {
      appUrl: appUrl(),
      interviewLink: link,
      stamp: payload.created_at,
    }),
  };
}

function entriesOf(payload: EmailPayload): CalendarEntry[] {
  const { school } = payload;
  if ("interviews" in payload) {
    return studentEntries(
      school,
      payload.interviews.map((one) => ({ ...one, canceled: one.state === "canceled" })),
    );
  }
  return payload.schedules.map((schedule) => ({
    ...scheduleEvent(school, payload.employer, schedule),
    scheduleId: schedule.id,
    revision: schedule.revision,
  }));
}

export type EmailContents = ReturnType<typeof contentFor>;

export function composeEmail(payload: EmailPayload, contents: EmailContents): OutgoingEmail {
  const { school, to } = payload;
  return {
    id: payload.email_id,
    from: { name: school.sender_name, address: school.sender_email },
    to: { name: to.name, address: to.email },
    replyTo: school.reply_to,
    subject: contents.subject,
    html: contents.html,
    text: contents.text,
    attachments: [
      {
        filename: "interviews.ics",
        content: contents.ics,
        contentType: "text/calendar; charset=utf-8; method=PUBLISH",
      },
    ],
  };
}
