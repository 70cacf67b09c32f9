import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

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
type Fault = { status: number; name: string } | "accept, then break off";

/** Resend's API for sending, with its idempotency keys and, on request, its failures. */
export async function startResendStub() {
  const sent: Sent[] = [];
  const faults: Fault[] = [];

  const server = createServer(async (request, response) => {
    const text = await readAll(request);
    const fault = faults.shift();
    if (typeof fault === "object") {
      return reply(response, fault.status, problem(fault.name));
    }
    const outcome = take(String(request.headers["idempotency-key"]), JSON.parse(text));
    if (!fault) return reply(response, outcome.status, outcome.body);
    // Begun, because Deno asks again by itself when not a byte of an answer has come.
    response.writeHead(200, { "Content-Length": 100 }).write("{", () => response.destroy());
  });

  function take(key: string, body: ResendEmail) {
    const earlier = sent.find((email) => email.key === key);
    if (!earlier) sent.push({ id: randomUUID(), key, body });
    else if (JSON.stringify(earlier.body) !== JSON.stringify(body)) {
      return { status: 409, body: problem("invalid_idempotent_request") };
    }
    return { status: 200, body: { id: (earlier ?? sent.at(-1))?.id } };
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    /** The next requests meet these faults, one each. */
    fault: (...met: Fault[]) => void faults.push(...met),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const problem = (name: string) => ({ name, message: `The provider's words: ${name}` });

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function reply(response: ServerResponse, status: number, body: object) {
  response
    .writeHead(status, { "Content-Type": "application/json", Connection: "close" })
    .end(JSON.stringify(body));
}

/** A webhook call's headers, signed as Resend signs it. */
export function signWebhook(secret: string, body: string, id: string, at = new Date()) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
}
