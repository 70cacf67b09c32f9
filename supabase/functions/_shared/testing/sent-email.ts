import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { startSmtpServer } from "../../tests/support/smtp-server.ts";
import { composeEmail, contentFor } from "../compose-email.ts";
import type { EmailPayload } from "../email/payload.ts";
import { renderEmail } from "../email/render-email.tsx";
import type { SchoolLogo } from "../school-logo.ts";
import { openSmtp } from "../transport/smtp-transport.ts";

export const appUrl = "https://interviews.state.example";
export const link = `${appUrl}/interview#${"q8Zf0aXk".repeat(8)}`;
Deno.env.set("APP_URL", appUrl);

export const logo: SchoolLogo = {
  content:
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  mime_type: "image/png",
};

export const contentsOf = async (payload: EmailPayload) =>
  contentFor(payload, await renderEmail(payload, appUrl), link);

/** Sends by SMTP what the real code composes, and keeps what arrived. */
export async function openPost() {
  const server = await startSmtpServer();
  const transport = openSmtp(`smtp://127.0.0.1:${server.port}`);
  return {
    async send(payload: EmailPayload) {
      const contents = await contentsOf(payload);
      await transport.send(composeEmail(payload, contents, logo));
      const { source, recipients } = server.newest();
      return { contents, source, recipients };
    },
    async close() {
      transport.close();
      await server.stop();
    },
  };
}

export type Sent = Awaited<ReturnType<Awaited<ReturnType<typeof openPost>>["send"]>>;

interface File {
  name: string | null | undefined;
  type: string;
  id: string | null | undefined;
  text: string;
}

/** An email as one parser reads it. */
export interface ReadEmail {
  /** Their names, sorted. */
  headers: string[];
  /** What the whole is: multipart/mixed. */
  type: string;
  addresses: string[];
  /** Of the sender and the recipient. */
  names: string[];
  subject: string;
  html: string;
  text: string;
  files: File[];
}

const lines = (body: string) => body.replaceAll("\r\n", "\n").trim();
const typeOf = (header = "") => /[\w-]+\/[\w-]+/.exec(header)?.[0] ?? "";
const bare = (id: string | null | undefined) => id?.replace(/^<|>$/g, "");

export async function readWithMailparser(source: Uint8Array): Promise<ReadEmail> {
  const mail = await simpleParser(Buffer.from(source), { keepCidLinks: true });
  const lists = [mail.from, mail.to, mail.cc, mail.bcc, mail.replyTo].flat();
  const [sender, recipient] = lists.map((list) => list?.value[0]?.name ?? "");
  return {
    names: [sender ?? "", recipient ?? ""],
    headers: mail.headerLines.map(({ key }) => key).sort(),
    type: typeOf(mail.headerLines.find(({ key }) => key === "content-type")?.line),
    addresses: lists.flatMap((list) => list?.value.map(({ address }) => address ?? "") ?? []),
    subject: mail.subject ?? "",
    html: lines(mail.html || ""),
    text: lines(mail.text ?? ""),
    files: mail.attachments.map(({ filename, contentType, cid, content }) => ({
      name: filename,
      type: contentType,
      id: bare(cid),
      text: content.toString(),
    })),
  };
}

export async function readWithPostalMime(source: Uint8Array): Promise<ReadEmail> {
  const mail = await PostalMime.parse(source, { attachmentEncoding: "arraybuffer" });
  const lists = [mail.from, mail.to, mail.cc, mail.bcc, mail.replyTo].flat();
  return {
    names: [mail.from?.name ?? "", mail.to?.[0]?.name ?? ""],
    headers: mail.headers.map(({ key }) => key).sort(),
    type: typeOf(mail.headers.find(({ key }) => key === "content-type")?.value),
    addresses: lists.flatMap((one) => (one ? [one.address ?? ""] : [])),
    subject: mail.subject ?? "",
    html: lines(mail.html ?? ""),
    text: lines(mail.text ?? ""),
    files: mail.attachments.map(({ filename, mimeType, contentId, content }) => ({
      name: filename,
      type: mimeType,
      id: bare(contentId),
      text: new TextDecoder().decode(content as ArrayBuffer),
    })),
  };
}
