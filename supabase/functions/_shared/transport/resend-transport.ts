import {
  emailHeaders,
  type Mailbox,
  MailError,
  type MailFailure,
  type MailTransport,
  messageId,
  type OutgoingEmail,
} from "./mail-transport.ts";

const timeout = 20_000;

/** Resend's HTTP API. The idempotency key makes a second attempt safe: it sends nothing twice. */
export function openResend(apiKey: string, apiUrl: string): MailTransport {
  async function send(email: OutgoingEmail) {
    const { status, body, retryAfter } = await ask(email);
    if (status !== 200) {
      throw new MailError(failureOf(status, body), `${status} ${body}`, retryAfter);
    }
    const { id } = JSON.parse(body) as { id: string };
    return { providerId: id, response: `${status} ${body}` };
  }

  async function ask(email: OutgoingEmail) {
    try {
      const response = await fetch(`${apiUrl}/emails`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${apiKey}`,
          "Content-Type": "application/json",
          "Idempotency-Key": email.id,
        },
        body: JSON.stringify(compose(email)),
        signal: AbortSignal.timeout(timeout),
      });
      const retryAfter = retryAfterOf(response);
      return { status: response.status, body: await response.text(), retryAfter };
    } catch (error) {
      throw new MailError("retry", `No answer from the mail provider: ${error}`);
    }
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
      content: base64(attachment.content),
      content_type: attachment.contentType,
    })),
  };
}

function mailbox({ name, address }: Mailbox): string {
  return `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}

function base64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""),
  );
}

/** In seconds: for how long the provider takes no more, as it says itself or else briefly. */
function retryAfterOf({ status, headers }: Response): number | undefined {
  const seconds = Number(headers.get("retry-after")) || undefined;
  return status === 429 ? (seconds ?? 1) : status === 503 ? seconds : undefined;
}

function failureOf(status: number, body: string): MailFailure {
  // The key was used with another content: an earlier attempt got through.
  if (status === 409 && body.includes("invalid_idempotent_request")) return "uncertain";
  const temporary = [401, 408, 409, 425, 429];
  return status >= 500 || temporary.includes(status) ? "retry" : "refused";
}
