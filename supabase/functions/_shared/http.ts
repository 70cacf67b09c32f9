import type { z } from "zod";
import { env } from "./env.ts";

/** A refusal that the caller hears of, `{error: code, params}`: src/lib/errors has the words. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

// Any origin may ask: every function is guarded by a bearer token or a secret, none by a cookie.
const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "authorization, apikey, content-type, x-client-info",
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Max-Age": "86400",
};

export function answer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

type Handler = (request: Request) => Promise<Response>;

/** Answers POST and the browser's preflight; turns a HttpError into its answer, any other error into 500. */
export function post(handler: Handler): Handler {
  return async (request) => {
    const response =
      request.method === "OPTIONS"
        ? new Response(null, { status: 204 })
        : await answerOrRefuse(handler, request);
    for (const [name, value] of Object.entries(corsHeaders)) response.headers.set(name, value);
    return response;
  };
}

async function answerOrRefuse(handler: Handler, request: Request): Promise<Response> {
  try {
    if (request.method !== "POST") {
      throw new HttpError(405, "method_not_allowed");
    }
    return await handler(request);
  } catch (error) {
    if (error instanceof HttpError) {
      return answer({ error: error.code, params: error.params }, error.status);
    }
    console.error(`${new URL(request.url).pathname}: ${error}`);
    return answer({ error: "internal", params: {} }, 500);
  }
}

/** The request's JSON body, or a 400 that names the fields at fault. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await request.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "body");
  throw new HttpError(400, "bad_request", { fields: [...new Set(fields)] });
}

/** The request's body; a 413 as soon as it is longer than `largest` bytes. */
export async function readText(request: Request, largest: number): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > largest) throw new HttpError(413, "too_large", { bytes: largest });
    chunks.push(chunk);
  }
  return new Blob(chunks).text();
}

/**
 * The address a request came from: the last entry of the one header that the proxy in front sets
 * (CLIENT_ADDRESS_HEADER). Any other header is the caller's own word.
 */
export function clientAddress(request: Request): string {
  const header = request.headers.get(env.clientAddressHeader());
  return header?.split(",").at(-1)?.trim() || "unknown";
}
