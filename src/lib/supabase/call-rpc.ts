import { DomainError, toDomainError } from "../errors/domain-error";
import { supabaseKey, supabaseUrl } from "./config";

export class RpcError extends Error {
  readonly status: number;

  constructor(name: string, status: number) {
    super(`${name} answered ${status}`);
    this.name = "RpcError";
    this.status = status;
  }
}

/**
 * A SQL function's answer, by fetch alone: the API's client cannot outlive a page, and would be a
 * twentieth of the guest's. Throws the DomainError of a refusal, or else an RpcError.
 */
export async function callRpc<T>(
  name: string,
  args: object,
  accessToken: string,
  init: RequestInit,
): Promise<T> {
  const response = await fetch(`${supabaseUrl}/rest/v1/rpc/${name}`, {
    ...init,
    method: "POST",
    headers: {
      "content-type": "application/json",
      apikey: supabaseKey,
      authorization: `Bearer ${accessToken}`,
    },
    body: JSON.stringify(args),
  });
  if (response.ok) {
    const text = await response.text();
    return JSON.parse(text || "null");
  }
  const error = toDomainError(await response.json().catch(() => null));
  throw error instanceof DomainError ? error : new RpcError(name, response.status);
}
