/** @jsxImportSource react */
// Each file of JSX says so itself: the hosted bundler takes imports from deno.json, not compiler options.
import { render, toPlainText } from "@react-email/render";
import { subjectOf } from "./fill-words.ts";
import { InterviewEmail } from "./interview-email.tsx";
import { OverviewEmail } from "./overview-email.tsx";
import type { EmailContent, EmailPayload } from "./payload.ts";
import { StudentEmail } from "./student-email.tsx";

/** The rendered email with its placeholders: the same for everyone who gets the same content. */
export type EmailTemplate = { subject: string; html: string; text: string };

const plainText = {
  selectors: [
    ...["h1", "h2"].map((selector) => ({ selector, options: { uppercase: false } })),
    {
      selector: "[data-text-format=dataTable]",
      format: "dataTable",
      options: { uppercaseHeaderCells: false },
    },
  ],
};

/** Renders each distinct content once, however many people are sent it. */
export function emailRenderer(appUrl: string) {
  const rendered = new Map<string, Promise<EmailTemplate>>();
  return (payload: EmailPayload): Promise<EmailTemplate> => {
    const content = contentOf(payload);
    const key = JSON.stringify(content);
    const template = rendered.get(key) ?? renderEmail(content, appUrl);
    rendered.set(key, template);
    return template;
  };
}

function contentOf(payload: EmailPayload): EmailContent {
  const { kind, audience, employer, words, school, schedules } = payload;
  return { kind, audience, employer, words, school, schedules };
}

export async function renderEmail(content: EmailContent, appUrl: string): Promise<EmailTemplate> {
  const html = await render(emailFor(content, appUrl));
  return {
    subject: subjectOf(content),
    html,
    text: toPlainText(html, plainText).replace(/\n{3,}/g, "\n\n"),
  };
}

function emailFor(content: EmailContent, appUrl: string) {
  if (content.kind === "overview") return <OverviewEmail content={content} />;
  if (content.audience === "student") return <StudentEmail content={content} />;
  return <InterviewEmail content={content} appUrl={appUrl} />;
}
