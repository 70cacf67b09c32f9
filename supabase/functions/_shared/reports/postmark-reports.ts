import { z } from "zod";
import { sameText } from "../constant-time.ts";
import { env } from "../env.ts";
import { HttpError } from "../http.ts";
import type { EmailReport } from "./email-report.ts";

const common = {
  MessageID: z.string(),
  Metadata: z.object({ email_id: z.uuid() }).optional().catch(undefined),
};
// A report is not lost because its time cannot be read.
const time = z.coerce.date().catch(() => new Date());

const event = z.discriminatedUnion("RecordType", [
  z.object({
    ...common,
    RecordType: z.literal("Delivery"),
    DeliveredAt: time,
  }),
  z.object({
    ...common,
    RecordType: z.enum(["Bounce", "SpamComplaint"]),
    ID: z.union([z.number(), z.string()]),
    Type: z.string(),
    BouncedAt: time,
    Description: z.string().optional(),
    Details: z.string().optional(),
    Inactive: z.boolean().optional(),
  }),
]);

// Postmark calls every answer to an email a bounce. These did arrive, or were answered by a person's program.
const notBounces = [
  "AddressChange",
  "AutoResponder",
  "ChallengeVerification",
  "OpenRelayTest",
  "Subscribe",
  "Unsubscribe",
];
const permanent = ["HardBounce", "BadEmailAddress"];

/**
 * Reads a webhook call of Postmark; null: nothing that is kept. Postmark does not sign: the call
 * carries the secret that it was set up with, in X-Webhook-Secret. 401 without it.
 */
export function readPostmarkReport(headers: Headers, body: string): EmailReport | null {
  const secret = env.optional("POSTMARK_WEBHOOK_SECRET");
  if (!secret || !sameText(headers.get("x-webhook-secret") ?? "", secret)) {
    throw new HttpError(401, "bad_signature");
  }
  const reported = event.safeParse(parse(body));
  if (!reported.success) return null;
  const report = {
    emailId: reported.data.Metadata?.email_id ?? null,
    providerId: reported.data.MessageID,
  };
  if (reported.data.RecordType === "Delivery") {
    return {
      ...report,
      type: "delivered",
      at: reported.data.DeliveredAt,
      detail: null,
      eventId: `postmark-delivery-${report.providerId}`,
      isAddressAtFault: false,
    };
  }
  const { RecordType, ID, Type, BouncedAt, Description, Details, Inactive } = reported.data;
  if (notBounces.includes(Type)) return null;
  return {
    ...report,
    type: typeOf(RecordType, Type),
    at: BouncedAt,
    detail: [Description, Details].filter(Boolean).join(" ") || null,
    eventId: `postmark-bounce-${ID}`,
    // Inactive: Postmark itself sends nothing there any more.
    isAddressAtFault: Inactive === true || permanent.includes(Type),
  };
}

function typeOf(recordType: "Bounce" | "SpamComplaint", type: string): EmailReport["type"] {
  if (recordType === "SpamComplaint" || type === "SpamComplaint") return "complained";
  return type === "Transient" ? "delayed" : "bounced";
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
