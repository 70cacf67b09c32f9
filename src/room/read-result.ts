import { DomainError, toDomainError } from "../lib/errors/domain-error";
import type { Reason, RoomResult } from "./room-api";

/** What a function of the room answered: its data, or why it refused. Throws any other failure. */
export async function readResult<T>(name: string, response: Response): Promise<RoomResult<T>> {
  const body = await response.text();
  const answer = body ? JSON.parse(body) : {};
  if (response.ok) return { ok: true, ...answer };
  const refusal = toDomainError(answer);
  if (!(refusal instanceof DomainError)) throw new Error(`${name} answered ${response.status}`);
  return { ok: false, reason: refusal.code as Reason, ...refusal.params };
}
