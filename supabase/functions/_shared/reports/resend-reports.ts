import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { env } from "../env.ts";
import { HttpError } from "../http.ts";
import type { EmailReport } from "./email-report.ts";

// Opened and clicked are left out on purpose: mail scanners do both.
const types: Partial<Record<string, EmailReport["type"]>> = {
  "email.delivered": "delivered",
  "email.delivery_delayed": "delayed",
  "email.bounced": "bounced",
  "email.failed": "bounced",
  "email.suppressed": "bounced",
  "email.complained": "complained",
};

const event = z.object({
  type: z.string(),
  // A report is not lost because its time cannot be read.
  created_at: z.coerce.date().catch(() => new Date()),
  data: z.object({
    email_id: z.string(),
    tags: z.object({ email_id: z.uuid() }).optional().catch(undefined),
    bounce: z.object({ message: z.string(), type: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string() }).optional(),
    suppressed: z.object({ message: z.string() }).optional(),
  }),
});

export const isFromResend = (headers: Headers): boolean => headers.has("svix-signature");

/** Reads a signed webhook call of Resend; null: nothing that is kept. 401 where the signature is wrong or old. */
export function readResendReport(headers: Headers, body: string): EmailReport | null {
  const reported = event.safeParse(verified(headers, body));
  const type = reported.success && types[reported.data.type];
  if (!type) return null;
  const { created_at, data } = reported.data;
  return {
    emailId: data.tags?.email_id ?? null,
    providerId: data.email_id,
    type,
    at: created_at,
    detail: data.bounce?.message ?? data.failed?.reason ?? data.suppressed?.message ?? null,
    eventId: headers.get("svix-id"),
    isAddressAtFault: reported.data.type !== "email.failed" && data.bounce?.type !== "Transient",
  };
}

function verified(headers: Headers, body: string): unknown {
  const signed = ["id", "timestamp", "signature"].map((part) => [
    `webhook-${part}`,
    headers.get(`svix-${part}`) ?? "",
  ]);
  try {
    const webhook = new Webhook(env.required("RESEND_WEBHOOK_SECRET"));
    return webhook.verify(body, Object.fromEntries(signed));
  } catch {
    throw new HttpError(401, "bad_signature");
  }
}
