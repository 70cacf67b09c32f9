import type { PostgrestClient } from "@supabase/postgrest-js";
import { z } from "zod";
import { type Claim, openClaims } from "./claim-emails.ts";
import { composeEmail, contentFor } from "./compose-email.ts";
import { asService, call } from "./database.ts";
import { emailPayload } from "./email/payload.ts";
import { type EmailTemplate, emailRenderer } from "./email/render-email.tsx";
import { env } from "./env.ts";
import { appUrl, interviewLink } from "./links.ts";
import { openRateLimiter } from "./rate-limiter.ts";
import { type Outcome, openRecorder } from "./record-results.ts";
import { readLogo, type SchoolLogo } from "./school-logo.ts";
import { storableText } from "./storable-text.ts";
import { MailError, type MailTransport } from "./transport/mail-transport.ts";
import { openMailTransport } from "./transport/open-mail-transport.ts";

// More than there are connections: the next email is ready as soon as one is free.
const workers = 10;

// A hosted function has two seconds of processor time: starting takes one of them, an email four milliseconds.
const limits = { milliseconds: 60_000, emails: env.emailsPerRun() };

// Waiting takes no processor time. What is due later is for the clock.
const patience = 20_000;

// What one run hears of the provider holds for those beside it.
const rateLimiter = openRateLimiter(env.mailsPerSecond());

/**
 * Sends what is due until nothing is, or a limit is reached; then the next run goes on. Some may run
 * at once: each email is leased for longer than a send can last.
 */
export async function deliverEmails(): Promise<void> {
  const database = asService();
  const run = { p_run_id: crypto.randomUUID() };
  if (!(await call(database, "begin_delivery", run, z.boolean()))) return;
  let wait: number | null = null;
  try {
    await sendDue(database);
  } finally {
    wait = await call(database, "end_delivery", run, z.int().nullable());
  }
  if (wait !== null && wait <= patience) await handOver(wait);
}

/** The next run is a function call of its own, with its own share of processor time. */
async function handOver(wait: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, wait));
  const response = await fetch(`${env.supabaseUrl()}/functions/v1/deliver-emails`, {
    method: "POST",
    headers: { "x-delivery-secret": env.required("DELIVERY_SECRET") },
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`deliver-emails answered ${response.status}`);
}

async function sendDue(database: PostgrestClient): Promise<void> {
  await call(database, "queue_scheduled_emails", {}, z.int());
  const transport = openMailTransport();
  const render = emailRenderer(appUrl());
  const claims = openClaims(database, {
    until: Date.now() + limits.milliseconds,
    atMost: limits.emails,
    perSecond: env.mailsPerSecond(),
    sendTimeAfter: rateLimiter.after,
  });
  const logo = await readLogo(database);
  const recorder = openRecorder(database);
  const work = async () => {
    for (let claim = await claims.next(); claim; claim = await claims.next()) {
      recorder.add(await attempt(claim, transport, render, logo));
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: workers }, work));
  transport.close();
  await recorder.end();
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

async function attempt(
  claim: Claim,
  transport: MailTransport,
  render: ReturnType<typeof emailRenderer>,
  logo: SchoolLogo | null,
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
    const held = await rateLimiter.wait(claim.sendTime);
    if (held > 0) return { ...lease, result: "later", retry_after: held, detail: "" };
    const { response, providerId } = await transport.send(composeEmail(payload, contents, logo));
    const detail = storableText(response);
    return { ...lease, ...written, result: "sent", detail, provider_id: providerId };
  } catch (error) {
    // Mail servers quote what they object to, and a link may be just that.
    const words = String(error instanceof Error ? error.message : error);
    const detail = storableText(token ? words.replaceAll(token, "••••") : words);
    const retryAfter = error instanceof MailError ? error.retryAfter : undefined;
    if (retryAfter !== undefined) {
      rateLimiter.hold(retryAfter);
      return { ...lease, ...written, result: "later", retry_after: retryAfter, detail };
    }
    // What is wrong on our own side may be put right before the last attempt.
    const result = error instanceof MailError ? error.failure : "retry";
    return { ...lease, ...written, result, detail };
  }
}
