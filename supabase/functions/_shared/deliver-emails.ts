import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { composeEmail, contentFor } from "./compose-email.ts";
import { asService, call } from "./database.ts";
import { emailPayload } from "./email/payload.ts";
import { placeholder } from "./email/placeholders.ts";
import { emailRenderer } from "./email/render-email.tsx";
import { appUrl, interviewLink } from "./links.ts";
import { MailError, type MailTransport } from "./transport/mail-transport.ts";
import { openMailTransport } from "./transport/open-mail-transport.ts";

const workers = 5;

// A hosted function has two seconds of processor time: an email takes five milliseconds of it.
const limits = { milliseconds: 60_000, emails: 200 };

const claims = z.array(z.object({ email_id: z.uuid(), lease_id: z.uuid(), payload: z.unknown() }));
type Claim = z.infer<typeof claims>[number];

/**
 * Sends what is due until nothing is, or a limit is reached; the clock's next call goes on from
 * there. Any number of these may run at once: each email is leased for longer than a send can last.
 */
export async function deliverEmails(): Promise<Record<string, number>> {
  const tools: Tools = {
    database: asService(),
    transport: openMailTransport(),
    render: emailRenderer(appUrl()),
  };
  await call(tools.database, "queue_scheduled_emails", {}, z.int());
  const until = Date.now() + limits.milliseconds;
  const tally: Record<string, number> = {};
  let claimed = 0;
  const work = async () => {
    while (Date.now() < until && claimed++ < limits.emails) {
      const [claim] = await call(tools.database, "claim_emails", { p_limit: 1 }, claims);
      if (!claim) return;
      const status = await deliver(claim, tools);
      tally[status] = (tally[status] ?? 0) + 1;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: workers }, work));
  tools.transport.close();
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return tally;
}

type Tools = {
  database: PostgrestClient;
  transport: MailTransport;
  render: ReturnType<typeof emailRenderer>;
};

async function deliver(claim: Claim, tools: Tools): Promise<string> {
  const result = await attempt(claim, tools);
  const parameters = { p_email_id: claim.email_id, p_lease_id: claim.lease_id, ...result };
  return await call(tools.database, "record_email_result", parameters, z.string());
}

async function attempt(claim: Claim, { transport, render }: Tools) {
  let stored = {};
  let token = "";
  try {
    const payload = emailPayload.parse(claim.payload);
    const template = await render(payload);
    const kept = contentFor(payload, template, placeholder.interviewLink);
    stored = {
      p_subject: kept.subject,
      p_html: kept.html,
      p_body_text: kept.text,
      p_ics: kept.attachments.map(({ content }) => content).join("\r\n"),
    };
    const link = await interviewLink(payload.link.id, payload.link.version);
    token = link.slice(link.indexOf("#") + 1);
    const email = composeEmail(payload, contentFor(payload, template, link));
    const { response, providerId } = await transport.send(email);
    return { ...stored, p_result: "sent", p_detail: response, p_provider_id: providerId };
  } catch (error) {
    // What is wrong on our own side may be put right before the last attempt.
    const failure = error instanceof MailError ? error.failure : "retry";
    // Mail servers quote what they object to, and a link may be just that.
    const words = String(error instanceof Error ? error.message : error);
    return {
      ...stored,
      p_result: failure,
      p_detail: token ? words.replaceAll(token, "••••") : words,
    };
  }
}
