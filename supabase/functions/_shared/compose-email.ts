import { calendarAttachments } from "./calendar-attachments.ts";
import { logoId } from "./email/logo.tsx";
import type { EmailPayload } from "./email/payload.ts";
import { fillHtml, fillText, headerText, personValues, placeholder } from "./email/placeholders.ts";
import type { EmailTemplate } from "./email/render-email.tsx";
import { appUrl } from "./links.ts";
import type { SchoolLogo } from "./school-logo.ts";
import type { Attachment, OutgoingEmail } from "./transport/mail-transport.ts";

/** Subject, bodies and files of one person's email. With the placeholder as link they are fit to be kept. */
export function contentFor(payload: EmailPayload, template: EmailTemplate, link: string) {
  const values = {
    ...personValues(payload.to.name, payload.to.email),
    [placeholder.interviewLink]: link,
  };
  return {
    subject: headerText(fillText(template.subject, values)),
    html: fillHtml(template.html, values),
    text: fillText(template.text, values),
    attachments: calendarAttachments(payload, appUrl()),
  };
}

export type EmailContents = ReturnType<typeof contentFor>;

export function composeEmail(
  payload: EmailPayload,
  contents: EmailContents,
  logo: SchoolLogo | null,
): OutgoingEmail {
  const { school, to } = payload;
  const images = school.has_logo && logo ? [imageOf(logo)] : [];
  return {
    id: payload.email_id,
    from: { name: headerText(school.sender_name), address: school.sender_email },
    to: { name: headerText(to.name), address: to.email },
    replyTo: school.reply_to,
    ...contents,
    attachments: [...contents.attachments, ...images],
  };
}

function imageOf({ content, mime_type: contentType }: SchoolLogo): Attachment {
  const filename = contentType === "image/png" ? "logo.png" : "logo.jpg";
  return { filename, content, contentType, encoding: "base64", cid: logoId };
}
