import { randomUUID } from "node:crypto";
import { type ProviderAnswer, startProviderStub } from "./provider-stub";

type Sent = { id: string; token: string; body: PostmarkEmail };
export type PostmarkEmail = {
  From: string;
  To: string;
  Subject: string;
  HtmlBody: string;
  TextBody: string;
  MessageStream: string;
  TrackOpens: boolean;
  TrackLinks: string;
  Metadata: Record<string, string>;
  Headers: { Name: string; Value: string }[];
  Attachments: { Name: string; Content: string; ContentType: string }[];
};

/** Postmark's API for sending: it takes whatever comes, twice too, unless a fault comes first. */
export async function startPostmarkStub() {
  const sent: Sent[] = [];
  const stub = await startProviderStub<PostmarkEmail>((body, headers) => {
    const id = randomUUID();
    sent.push({ id, token: String(headers["x-postmark-server-token"]), body });
    const receipt = { To: body.To, SubmittedAt: new Date().toISOString(), MessageID: id };
    return { status: 200, body: { ...receipt, ErrorCode: 0, Message: "OK" } };
  });
  return { ...stub, sent };
}

export const postmarkProblem = (
  status: number,
  ErrorCode: number,
  headers?: Record<string, string>,
): ProviderAnswer => ({
  status,
  body: { ErrorCode, Message: `Postmark's words: ${ErrorCode}` },
  headers,
});
