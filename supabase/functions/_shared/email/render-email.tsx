/** @jsxImportSource react */
// Each file of JSX says so itself: the hosted bundler takes imports from deno.json, not compiler options.
import { render, toPlainText } from "@react-email/render";
import { type EmailContent, InterviewEmail } from "./interview-email.tsx";

/** The rendered email with its placeholders: the same for everyone who is told the same. */
export type EmailTemplate = { html: string; text: string };

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
  return ({ school, employer, schedules }: EmailContent): Promise<EmailTemplate> => {
    const content = { school, employer, schedules };
    const key = JSON.stringify(content);
    const template = rendered.get(key) ?? renderEmail(content, appUrl);
    rendered.set(key, template);
    return template;
  };
}

export async function renderEmail(content: EmailContent, appUrl: string): Promise<EmailTemplate> {
  const html = await render(<InterviewEmail content={content} appUrl={appUrl} />);
  return { html, text: toPlainText(html, plainText).replace(/\n{3,}/g, "\n\n") };
}
