import { createHmac, randomUUID } from "node:crypto";
import { type Fault, startProviderStub } from "./provider-stub";

type Sent = { id: string; key: string; body: ResendEmail };
export type ResendEmail = {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: { filename: string; content: string }[];
};

/** Resend's API for sending, with its idempotency keys and, on request, its failures. */
export async function startResendStub() {
  const sent: Sent[] = [];

  const stub = await startProviderStub<ResendEmail>((body, headers) => {
    const key = String(headers["idempotency-key"]);
    const earlier = sent.find((email) => email.key === key);
    if (!earlier) sent.push({ id: randomUUID(), key, body });
    else if (JSON.stringify(earlier.body) !== JSON.stringify(body)) {
      return resendProblem(409, "invalid_idempotent_request");
    }
    return { status: 200, body: { id: (earlier ?? sent.at(-1))?.id } };
  });

  return { ...stub, sent };
}

export const resendProblem = (status: number, name: string): Exclude<Fault, string> => ({
  status,
  body: { name, message: `The provider's words: ${name}` },
});

/** A webhook call's headers, signed as Resend signs it. */
export function signWebhook(secret: string, body: string, id: string, at = new Date()) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
}
