import { env } from "../env.ts";
import type { MailTransport } from "./mail-transport.ts";
import { openResend } from "./resend-transport.ts";
import { openSmtp } from "./smtp-transport.ts";

/** The provider's HTTP API where a key is given (hosted Supabase blocks SMTP's ports), else SMTP. */
export function openMailTransport(): MailTransport {
  const resendKey = env.optional("RESEND_API_KEY");
  if (!resendKey) return openSmtp(env.required("SMTP_URL"));
  return openResend(resendKey, env.optional("RESEND_API_URL") ?? "https://api.resend.com");
}
