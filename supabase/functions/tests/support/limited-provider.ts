import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A mail provider's API that takes so many emails a second, and refuses some calls by chance. */
export async function startLimitedProvider(perSecond: number, random: () => number) {
  const taken: number[] = [];
  const calls = { all: 0, tooMany: 0, byChance: 0, holds: 0 };
  const keys = new Set<string>();

  const server = createServer((request, response) => {
    request.resume();
    const now = performance.now();
    calls.all += 1;
    const answer = (status: number, body: object, headers = {}) =>
      response.writeHead(status, { Connection: "close", ...headers }).end(JSON.stringify(body));
    if (taken.filter((at) => at > now - 1000).length >= perSecond) {
      calls.tooMany += 1;
      answer(429, { name: "rate_limit_exceeded" }, { "Retry-After": "1" });
      return;
    }
    const chance = random();
    if (chance < 0.04) {
      calls.byChance += 1;
      if (chance < 0.02) {
        calls.holds += 1;
        answer(429, {}, { "Retry-After": "1" });
      } else answer(503, {});
      return;
    }
    taken.push(now);
    keys.add(String(request.headers["idempotency-key"]));
    answer(200, { id: crypto.randomUUID() });
  });

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** When each email was taken, in ms. */
    taken,
    /** How many different emails. */
    emails: () => keys.size,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
