import { calendarAttachments } from "./calendar-attachments.ts";
import type { EmailPayload } from "./email/payload.ts";
import { fillHtml, fillText, placeholder } from "./email/placeholders.ts";
import type { EmailTemplate } from "./email/render-email.tsx";
import { appUrl } from "./links.ts";
import type { OutgoingEmail } from "./transport/mail-transport.ts";

/** Subject, bodies and files of one person's email. With the placeholder as link they are fit to be kept. */
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
    attachments: calendarAttachments(payload, appUrl()),
  };
}

export type EmailContents = ReturnType<typeof contentFor>;

export function composeEmail(payload: EmailPayload, contents: EmailContents): OutgoingEmail {
  const { school, to } = payload;
  return {
    id: payload.email_id,
    from: { name: school.sender_name, address: school.sender_email },
    to: { name: to.name, address: to.email },
    replyTo: school.reply_to,
    ...contents,
  };
}
