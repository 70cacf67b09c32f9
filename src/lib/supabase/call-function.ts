import { DomainError, type Params } from "../errors/domain-error";
import { supabaseKey, supabaseUrl } from "./config";

/** An edge function's refusal, with its HTTP status. */
export class FunctionError extends DomainError {
  readonly status: number;

  constructor(status: number, code: string, params?: Params) {
    super(code, params);
    this.name = "FunctionError";
    this.status = status;
  }
}

/** Calls an edge function with JSON. Throws FunctionError, or TypeError or TimeoutError when it cannot be reached. */
export async function callFunction<T>(name: string, body: unknown, token?: string): Promise<T> {
  const response = await fetch(`${supabaseUrl}/functions/v1/${name}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      apikey: supabaseKey,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    // A network that swallows packets must not leave anyone waiting for ever.
    signal: AbortSignal.timeout(15_000),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new FunctionError(response.status, answer.error ?? "unknown", answer.params);
  }
  return answer;
}

/** Answers the same for known and unknown email addresses. */
export function requestInterviewLink(email: string): Promise<{ ok: true }> {
  return callFunction("request-interview-link", { email });
}
