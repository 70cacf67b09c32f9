import { PassThrough, pipeline, type Readable } from "node:stream";
import nodemailer from "nodemailer";
import {
  emailHeaders,
  MailError,
  type MailFailure,
  type MailTransport,
  messageId,
  type OutgoingEmail,
} from "./mail-transport.ts";

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

// Shorter than an email's lease: nobody else may take it up while this attempt could still succeed.
const sendTimeout = 60_000;

/** Pooled SMTP. Options may stand in the address: smtp://host:25?socketTimeout=5000 */
export function openSmtp(url: string, maxConnections = 5): MailTransport {
  const transport = nodemailer.createTransport({
    ...limits,
    url,
    pool: true,
    maxConnections,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  const bodies = new Map<unknown, Readable>();
  transport.use("stream", (mail, done) => {
    mail.message.processFunc((input: Readable) => {
      const body = pipeline(input, new PassThrough(), () => {});
      bodies.set(mail.data.messageId, body);
      return body;
    });
    done();
  });

  async function send(email: OutgoingEmail) {
    const message = compose(email);
    try {
      const sent = await transport.sendMail({
        ...message,
        signal: AbortSignal.timeout(sendTimeout),
      });
      return { providerId: sent.messageId, response: sent.response };
    } catch (error) {
      // A body is only read once the server has answered DATA: from then on it may have it.
      const dataStarted = bodies.get(message.messageId)?.readableDidRead ?? false;
      throw classify(error as SmtpError, dataStarted);
    } finally {
      bodies.delete(message.messageId);
    }
  }

  return { send, close: () => transport.close() };
}

function compose(email: OutgoingEmail) {
  return {
    from: email.from,
    to: email.to,
    replyTo: email.replyTo ?? undefined,
    subject: email.subject,
    html: email.html,
    text: email.text,
    attachments: email.attachments,
    messageId: messageId(email),
    headers: emailHeaders,
    xMailer: false as const,
  };
}

type SmtpError = Error & { code?: string; responseCode?: number; response?: string };

function classify(error: SmtpError, dataStarted: boolean): MailError {
  return new MailError(failureOf(error, dataStarted), error.response ?? error.message);
}

function failureOf(error: SmtpError, dataStarted: boolean): MailFailure {
  // Wrong credentials say nothing about the email: it goes out once they are put right.
  if (error.code === "EAUTH" || error.responseCode === 503) return "retry";
  if (error.responseCode) return error.responseCode >= 500 ? "refused" : "retry";
  if (dataStarted) return "uncertain";
  return error.code === "EENVELOPE" || error.code === "EMESSAGE" ? "refused" : "retry";
}
