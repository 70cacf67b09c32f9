import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { honoMiddleware } from "@supabase/lite/vite";
import { SignJWT } from "jose";
import type { Database } from "../../../../dev/postgres/database";
import { createApi } from "../../../../dev/stack/backend";
import { secrets } from "../../../../dev/stack/secrets";
import { openCopy } from "../../../tests/harness";
import { startDeno } from "./deno";

/** What runs the functions, and answers at `url`. */
type Functions = Omit<Awaited<ReturnType<typeof startDeno>>, "pid"> & { pid?: number };

/** A database with its API over HTTP, and the real functions in Deno, sending as `mail` says. */
export async function startBackend(
  mail: Record<string, string>,
  open = openCopy,
  startFunctions: (environment: Record<string, string>) => Promise<Functions> = startDeno,
) {
  const { sql: database, api: apiDatabase } = await open();
  const api = await serveApi(apiDatabase, (path, init) => fetch(`${deno.url}${path}`, init));
  const environment = {
    ...mail,
    SUPABASE_URL: api.url,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    SUPABASE_SECRET_KEY: secrets.secretKey,
    APP_URL: "http://interviews.test",
    INTERVIEW_LINK_SECRET: secrets.linkSecret,
    GUEST_JWT_SECRET: secrets.jwtSecret,
    DELIVERY_SECRET: secrets.deliverySecret,
    RESEND_WEBHOOK_SECRET: secrets.webhookSecret,
  };
  let deno = await startFunctions(environment);

  const call = (name: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${deno.url}/functions/v1/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  return {
    database,
    url: api.url,
    functionsUrl: () => `${deno.url}/functions/v1`,
    call,
    /** Calls as the clock does, and waits until nothing is being sent. */
    async deliver(): Promise<void> {
      await call("deliver-emails", {}, { "x-delivery-secret": secrets.deliverySecret });
      await fetch(`${deno.url}/idle`);
    },
    /** Everything that the functions have written to their log. */
    log: () => deno.output(),
    /** Cuts off whatever asks the database, and whoever asks it the next few times. */
    loseDatabase: api.lose,
    pid: () => deno.pid,
    crash: () => deno.kill(),
    async restart() {
      deno = await startFunctions(environment);
    },
    async stop() {
      await deno.kill();
      await api.stop();
      await apiDatabase.close();
      if (database !== apiDatabase) await database.close();
    },
  };
}

export type Backend = Awaited<ReturnType<typeof startBackend>>;

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** As on a project, what is below /functions/v1 goes to the functions: a run hands over to the next. */
async function serveApi(database: Database, askFunctions: Ask) {
  const middleware = honoMiddleware(createApi(database) as never, ["/auth/v1", "/rest/v1"]);
  let refusals = 0;
  const server = createServer(async (request, response) => {
    if (refusals > 0) {
      refusals -= 1;
      return request.destroy();
    }
    if (!request.url?.startsWith("/functions/v1/")) {
      middleware(request, response, () => response.writeHead(404).end());
      return;
    }
    const headers = request.headers as Record<string, string>;
    const { status } = await askFunctions(request.url, { method: request.method, headers });
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose(times: number) {
      refusals = times;
      server.closeAllConnections();
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The header of a signed-in member of staff. */
export async function signedIn(userId: string) {
  const token = await new SignJWT({ role: "authenticated", aud: "authenticated", sub: userId })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(secrets.jwtSecret));
  return { Authorization: `Bearer ${token}` };
}
