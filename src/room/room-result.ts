import { DomainError } from "../lib/errors/domain-error";
import type { Reason, RoomResult } from "./room-api";

/** What a function of the room answers: its data, or why it refused. Throws any other failure. */
export async function roomResult<T>(answer: Promise<T>): Promise<RoomResult<T>> {
  try {
    return { ok: true, ...(await answer) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ok: false, reason: error.code as Reason, ...error.params };
  }
}
