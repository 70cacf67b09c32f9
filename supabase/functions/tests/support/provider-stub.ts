import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type ProviderAnswer = { status: number; body: object; headers?: Record<string, string> };

/** What goes wrong with one request: an answer instead of taking it, or no answer after taking it. */
export type Fault = ProviderAnswer | "accept, then break off" | "accept, then hang up";

/** A mail provider's API: `take` is how it takes an email, unless a fault comes before. */
export async function startProviderStub<Body>(
  take: (body: Body, headers: IncomingHttpHeaders) => ProviderAnswer,
) {
  const faults: Fault[] = [];
  let requests = 0;

  const server = createServer(async (request, response) => {
    requests++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const fault = faults.shift();
    const answer =
      typeof fault === "object"
        ? fault
        : take(JSON.parse(Buffer.concat(chunks).toString()), request.headers);
    if (fault === "accept, then hang up") return response.destroy();
    if (fault === "accept, then break off") {
      return response
        .writeHead(200, { "Content-Length": 100 })
        .write("{", () => response.destroy());
    }
    const headers = { "Content-Type": "application/json", Connection: "close", ...answer.headers };
    response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
  });

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    /** The next requests meet these faults, one each. */
    fault: (...met: Fault[]) => void faults.push(...met),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
