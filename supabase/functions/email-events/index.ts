import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { asService, call } from "../_shared/database.ts";
import { env } from "../_shared/env.ts";
import { answer, HttpError, post } from "../_shared/http.ts";

// Opened and clicked are left out on purpose: mail scanners do both.
const types: Partial<Record<string, string>> = {
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

/** Keeps what the mail provider reports. Reports of emails that are not ours are taken and ignored. */
Deno.serve(
  post(async (request) => {
    const reported = event.safeParse(await verified(request));
    const known = reported.success && types[reported.data.type];
    if (!known) return answer({ recorded: false });
    const { created_at, data } = reported.data;
    const parameters = {
      p_email_id: data.tags?.email_id ?? null,
      p_provider_id: data.email_id,
      p_type: known,
      p_at: created_at.toISOString(),
      p_detail: data.bounce?.message ?? data.failed?.reason ?? data.suppressed?.message ?? null,
      p_provider_event_id: request.headers.get("svix-id"),
      p_suppresses: isAddressAtFault(reported.data),
    };
    const recorded = await call(asService(), "record_email_event", parameters, z.boolean());
    return answer({ recorded });
  }),
);

/** Whether the address will refuse the next email too: not where the provider failed, or a mailbox was full. */
const isAddressAtFault = ({ type, data }: z.infer<typeof event>): boolean =>
  type !== "email.failed" && data.bounce?.type !== "Transient";

async function verified(request: Request): Promise<unknown> {
  const webhook = new Webhook(env.required("RESEND_WEBHOOK_SECRET"));
  const signed = ["id", "timestamp", "signature"].map((part) => [
    `webhook-${part}`,
    request.headers.get(`svix-${part}`) ?? "",
  ]);
  try {
    return webhook.verify(await request.text(), Object.fromEntries(signed));
  } catch {
    throw new HttpError(401, "bad_signature");
  }
}
