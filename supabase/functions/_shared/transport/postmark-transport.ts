import { z } from "zod";
import {
  emailHeaders,
  MailError,
  type MailFailure,
  type MailTransport,
  messageId,
  type OutgoingEmail,
} from "./mail-transport.ts";
import { contentOf, mailbox, type ProviderAnswer, postOnce } from "./provider-api.ts";

const receipt = z.object({ ErrorCode: z.int(), MessageID: z.string().optional() });

/** Postmark's HTTP API. It has no idempotency keys: what it may have taken is never sent again. */
export function openPostmark(serverToken: string, apiUrl: string, stream: string): MailTransport {
  async function send(email: OutgoingEmail) {
    const headers = { "X-Postmark-Server-Token": serverToken, Accept: "application/json" };
    const content = { ...compose(email), MessageStream: stream };
    const answer = await postOnce(`${apiUrl}/email`, headers, content, "uncertain");
    const { code, providerId } = read(answer);
    const response = `${answer.status} ${answer.body}`;
    if (answer.status === 200 && code === 0 && providerId) return { providerId, response };
    throw new MailError(failureOf(answer.status, code), response, answer.retryAfter);
  }

  return { send, close: () => {} };
}

function compose(email: OutgoingEmail) {
  return {
    From: mailbox(email.from),
    To: mailbox(email.to),
    ReplyTo: email.replyTo ?? undefined,
    Subject: email.subject,
    HtmlBody: email.html,
    TextBody: email.text,
    // Comes back with every report, also with one that overtakes our record of the provider's id.
    Metadata: { email_id: email.id },
    Headers: Object.entries({
      ...emailHeaders,
      "Message-ID": messageId(email),
      "X-PM-KeepID": "true",
    }).map(([Name, Value]) => ({ Name, Value })),
    // A tracked link goes through the provider, and a personal one is nobody else's.
    TrackOpens: false,
    TrackLinks: "None",
    Attachments: email.attachments.map((attachment) => ({
      Name: attachment.filename,
      Content: contentOf(attachment),
      ContentType: attachment.contentType,
      ContentID: attachment.cid && `cid:${attachment.cid}`,
    })),
  };
}

function read({ body }: ProviderAnswer): { code?: number; providerId?: string } {
  try {
    const { ErrorCode, MessageID } = receipt.parse(JSON.parse(body));
    return { code: ErrorCode, providerId: MessageID };
  } catch {
    return {};
  }
}

/**
 * What says nothing about this email: a token, a sender's address or the account itself is to be put
 * right (10, 400, 401, 405, 412, 413), or the API is down for maintenance (100).
 */
const temporaryCodes = [10, 100, 400, 401, 405, 412, 413];
const temporaryStatuses = [401, 429, 503];

function failureOf(status: number, code?: number): MailFailure {
  if (temporaryStatuses.includes(status)) return "retry";
  if (code) return temporaryCodes.includes(code) ? "retry" : status < 500 ? "refused" : "uncertain";
  return status >= 400 && status < 500 && status !== 408 ? "refused" : "uncertain";
}
