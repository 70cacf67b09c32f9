import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { type Claim, openClaims } from "./claim-emails.ts";
import { composeEmail, contentFor } from "./compose-email.ts";
import { asService, call } from "./database.ts";
import { emailPayload } from "./email/payload.ts";
import { type EmailTemplate, emailRenderer } from "./email/render-email.tsx";
import { appUrl, interviewLink } from "./links.ts";
import { type Outcome, openRecorder } from "./record-results.ts";
import { MailError, type MailTransport } from "./transport/mail-transport.ts";
import { openMailTransport } from "./transport/open-mail-transport.ts";

// More than there are connections: the next email is ready as soon as one is free.
const workers = 10;

// A hosted function has two seconds of processor time: an email takes five milliseconds of it.
const limits = { milliseconds: 60_000, emails: 200 };

/**
 * Sends what is due until nothing is, or a limit is reached; the clock's next call goes on from
 * there. Any number of these may run at once: each email is leased for longer than a send can last.
 * How many ended in which status.
 */
export async function deliverEmails(): Promise<Record<string, number>> {
  const database: PostgrestClient = asService();
  await call(database, "queue_scheduled_emails", {}, z.int());
  const transport = openMailTransport();
  const render = emailRenderer(appUrl());
  const claims = openClaims(database, {
    until: Date.now() + limits.milliseconds,
    atMost: limits.emails,
  });
  const recorder = openRecorder(database);
  const work = async () => {
    for (let claim = await claims.next(); claim; claim = await claims.next()) {
      recorder.add(await attempt(claim, transport, render));
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: workers }, work));
  transport.close();
  const tally = await recorder.end();
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return tally;
}

async function attempt(
  claim: Claim,
  transport: MailTransport,
  render: ReturnType<typeof emailRenderer>,
): Promise<Outcome> {
  const lease = { email_id: claim.email_id, lease_id: claim.lease_id };
  let written: { subject?: string; ics?: string; template?: EmailTemplate } = {};
  let token = "";
  try {
    const payload = emailPayload.parse(claim.payload);
    const template = await render(payload);
    const link = await interviewLink(payload.link.id, payload.link.version);
    token = link.slice(link.indexOf("#") + 1);
    const contents = contentFor(payload, template, link);
    const ics = contents.attachments.map(({ content }) => content).join("\r\n");
    written = { subject: contents.subject, ics, template };
    const { response, providerId } = await transport.send(composeEmail(payload, contents));
    return { ...lease, ...written, result: "sent", detail: response, provider_id: providerId };
  } catch (error) {
    // What is wrong on our own side may be put right before the last attempt.
    const result = error instanceof MailError ? error.failure : "retry";
    // Mail servers quote what they object to, and a link may be just that.
    const words = String(error instanceof Error ? error.message : error);
    const detail = token ? words.replaceAll(token, "••••") : words;
    return { ...lease, ...written, result, detail };
  }
}
