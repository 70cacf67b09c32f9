import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { bodiesFor, composeEmail } from "./compose-email.ts";
import { asService, call } from "./database.ts";
import { emailPayload } from "./email/payload.ts";
import { placeholder } from "./email/placeholders.ts";
import { emailRenderer } from "./email/render-email.tsx";
import { appUrl, interviewLink } from "./links.ts";
import { MailError, type MailTransport } from "./transport/mail-transport.ts";
import { openMailTransport } from "./transport/open-mail-transport.ts";

const workers = 5;

const claims = z.array(z.object({ email_id: z.uuid(), lease_id: z.uuid(), payload: z.unknown() }));
type Claim = z.infer<typeof claims>[number];

/**
 * Sends what is due until nothing is, or for `budget` milliseconds. Any number of these may run at
 * once: claims are leased, one email at a time, for longer than a send can last.
 */
export async function deliverEmails(budget = 60_000): Promise<Record<string, number>> {
  const tools = {
    database: asService(),
    transport: openMailTransport(),
    render: emailRenderer(appUrl()),
  };
  const until = Date.now() + budget;
  const tally: Record<string, number> = {};
  const work = async () => {
    while (Date.now() < until) {
      const [claim] = await call(tools.database, "claim_emails", { p_limit: 1 }, claims);
      if (!claim) return;
      const status = await deliver(claim, tools);
      tally[status] = (tally[status] ?? 0) + 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    tools.transport.close();
  }
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
  const parsed = emailPayload.safeParse(claim.payload);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join("."));
    return {
      p_result: "refused",
      p_detail: `This email could not be written: ${fields.join(", ")}`,
    };
  }
  const payload = parsed.data;
  const template = await render(payload);
  const link = await interviewLink(payload.link.id, payload.link.version);
  const kept = bodiesFor(payload, template, placeholder.interviewLink);
  const stored = { p_html: kept.html, p_body_text: kept.text, p_ics: kept.ics };
  try {
    const email = composeEmail(payload, bodiesFor(payload, template, link));
    const { response, providerId } = await transport.send(email);
    return { ...stored, p_result: "sent", p_detail: response, p_provider_id: providerId };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return { ...stored, p_result: error.failure, p_detail: error.message };
  }
}
