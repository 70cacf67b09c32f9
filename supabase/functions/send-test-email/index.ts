import { z } from "zod";
import { composeEmail, contentFor } from "../_shared/compose-email.ts";
import { asCaller, call } from "../_shared/database.ts";
import { draft, draftParameters } from "../_shared/draft.ts";
import { emailPayload } from "../_shared/email/payload.ts";
import { renderEmail } from "../_shared/email/render-email.tsx";
import { answer, HttpError, post, readBody } from "../_shared/http.ts";
import { appUrl, noLink } from "../_shared/links.ts";
import { readLogo } from "../_shared/school-logo.ts";
import { MailError } from "../_shared/transport/mail-transport.ts";
import { openMailTransport } from "../_shared/transport/open-mail-transport.ts";

const asItStands = z.object({
  personId: z.uuid(),
  scheduleIds: z.array(z.uuid()).min(1).max(200),
  kind: z.enum(["interview_link", "student_link", "change"]),
});

const body = z.union([draft, asItStands]);

const tested = z.object({ payload: emailPayload, to: emailPayload.shape.to });

/** Sends the caller what a person would be sent now, or with words that are not saved, without that person's link and calendar files. */
Deno.serve(
  post(async (request) => {
    const asked = await readBody(request, body);
    const { payload, to } = await call(asCaller(request), ...toTest(asked), tested);
    const note = `This is a test: what ${payload.to.name} would be sent. Its link opens nobody’s page, and the calendar file is left out.`;
    const template = await renderEmail({ ...payload, note }, appUrl());
    const { subject, html, text } = contentFor(payload, template, noLink());
    const contents = { subject: `Test: ${subject}`, html, text, attachments: [] };
    const logo = await readLogo(asCaller(request));
    await send(composeEmail({ ...payload, to }, contents, logo));
    return answer({ to: to.email });
  }),
);

/** The function that says what the email holds, and its parameters. */
function toTest(asked: z.infer<typeof body>): [name: string, parameters: Record<string, unknown>] {
  if ("words" in asked) return ["test_words", draftParameters(asked)];
  const { personId, scheduleIds, kind } = asked;
  return ["test_email", { p_person_id: personId, p_schedule_ids: scheduleIds, p_kind: kind }];
}

async function send(email: ReturnType<typeof composeEmail>): Promise<void> {
  const transport = openMailTransport();
  try {
    await transport.send(email);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    throw new HttpError(502, "mail_not_taken", { answer: error.message });
  } finally {
    transport.close();
  }
}
