import { env } from "../env.ts";
import type { MailTransport } from "./mail-transport.ts";
import { openPostmark } from "./postmark-transport.ts";
import { openResend } from "./resend-transport.ts";
import { openSmtp } from "./smtp-transport.ts";

/** The HTTP API of the provider whose key is given (hosted Supabase blocks SMTP's ports), else SMTP. */
export function openMailTransport(): MailTransport {
  const resendKey = env.optional("RESEND_API_KEY");
  if (resendKey) {
    return openResend(resendKey, env.optional("RESEND_API_URL") ?? "https://api.resend.com");
  }
  const postmarkToken = env.optional("POSTMARK_SERVER_TOKEN");
  if (postmarkToken) {
    return openPostmark(
      postmarkToken,
      env.optional("POSTMARK_API_URL") ?? "https://api.postmarkapp.com",
      env.optional("POSTMARK_MESSAGE_STREAM") ?? "outbound",
    );
  }
  return openSmtp(env.required("SMTP_URL"));
}
