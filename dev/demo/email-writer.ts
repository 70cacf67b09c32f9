// Runs in Deno, as the functions do: writes the emails whose payloads are on its input.

import process from "node:process";
import { text } from "node:stream/consumers";
import { contentFor } from "../../supabase/functions/_shared/compose-email.ts";
import { emailPayload } from "../../supabase/functions/_shared/email/payload.ts";
import { placeholder } from "../../supabase/functions/_shared/email/placeholders.ts";
import { emailRenderer } from "../../supabase/functions/_shared/email/render-email.tsx";
import { appUrl } from "../../supabase/functions/_shared/links.ts";

const render = emailRenderer(appUrl());
const written = [];
for (const item of JSON.parse(await text(process.stdin))) {
  const payload = emailPayload.parse(item);
  const template = await render(payload);
  const { subject, attachments } = contentFor(payload, template, placeholder.interviewLink);
  const ics = attachments.map(({ content }) => content).join("\r\n");
  const { html, text: body_text } = template;
  written.push({ email_id: payload.email_id, subject, html, body_text, ics });
}
console.log(JSON.stringify(written));
