export type Mailbox = { name: string; address: string };
export type Attachment = {
  filename: string;
  /** Text, unless the encoding says otherwise. */
  content: string;
  contentType: string;
  encoding?: "base64";
  /** Of an image that the HTML shows as cid:… */
  cid?: string;
};

export type OutgoingEmail = {
  /** The emails row: also the Message-ID and the provider's idempotency key. */
  id: string;
  from: Mailbox;
  to: Mailbox;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  attachments: Attachment[];
};

export type Receipt = { providerId: string; response: string };

export type MailTransport = {
  /** Resolves when the server has taken the email; rejects with a MailError. */
  send(email: OutgoingEmail): Promise<Receipt>;
  close(): void;
};

/**
 * retry: it was certainly not taken, and may be later. refused: it never will be.
 * unanswered: it may have been taken, and a second attempt is no second copy.
 * uncertain: it may have been taken, so a second attempt could be a second copy.
 */
export type MailFailure = "retry" | "refused" | "unanswered" | "uncertain";

export class MailError extends Error {
  constructor(
    readonly failure: MailFailure,
    message: string,
    /** Of retry: for how many seconds the server takes no more, if that is why. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export function messageId(email: OutgoingEmail): string {
  return `<${email.id}@${email.from.address.split("@").at(-1)}>`;
}

export const emailHeaders = { "Auto-Submitted": "auto-generated" };
