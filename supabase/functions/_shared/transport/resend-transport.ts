import {
  emailHeaders,
  MailError,
  type MailFailure,
  type MailTransport,
  messageId,
  type OutgoingEmail,
} from "./mail-transport.ts";
import { contentOf, mailbox, postOnce } from "./provider-api.ts";

/** Resend's HTTP API. The idempotency key makes a second attempt safe: it sends nothing twice. */
export function openResend(apiKey: string, apiUrl: string): MailTransport {
  async function send(email: OutgoingEmail) {
    const headers = { Authorization: `Bearer ${apiKey}`, "Idempotency-Key": email.id };
    const answer = await postOnce(`${apiUrl}/emails`, headers, compose(email), "unanswered");
    const { status, body, retryAfter } = answer;
    if (status !== 200) {
      throw new MailError(failureOf(status, body), `${status} ${body}`, retryAfter);
    }
    const { id } = JSON.parse(body) as { id: string };
    return { providerId: id, response: `${status} ${body}` };
  }

  return { send, close: () => {} };
}

function compose(email: OutgoingEmail) {
  return {
    from: mailbox(email.from),
    to: [mailbox(email.to)],
    reply_to: email.replyTo ?? undefined,
    subject: email.subject,
    html: email.html,
    text: email.text,
    // Comes back with every report, also with one that overtakes our record of the provider's id.
    tags: [{ name: "email_id", value: email.id }],
    headers: { ...emailHeaders, "Message-ID": messageId(email) },
    attachments: email.attachments.map((attachment) => ({
      filename: attachment.filename,
      content: contentOf(attachment),
      content_type: attachment.contentType,
      content_id: attachment.cid,
    })),
  };
}

function failureOf(status: number, body: string): MailFailure {
  // The key was used with another content: an earlier attempt got through.
  if (status === 409 && body.includes("invalid_idempotent_request")) return "uncertain";
  const temporary = [401, 408, 409, 425, 429];
  return status >= 500 || temporary.includes(status) ? "retry" : "refused";
}
