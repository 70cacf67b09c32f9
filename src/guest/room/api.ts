import { callFunction, FunctionError } from "../../lib/supabase/call-function";
import type { IceServers, RoomApi, RoomResult } from "../../room/room-api";
import { roomCalls } from "../../room/room-calls";
import { roomResult } from "../../room/room-result";
import { AccessEnded, callAsGuest } from "../link/api";
import { LinkNotValid, type Session } from "../link/session";

// Short: on a connection that is gone, the next attempt is worth more than waiting for this one.
const timeout = 5_000;

/** The room as the holder of this link may use it. */
export function roomApi({ withAccess }: Pick<Session, "withAccess">): RoomApi {
  async function call<T>(
    name: string,
    args: Record<string, unknown>,
    init: RequestInit = { signal: AbortSignal.timeout(timeout) },
  ): Promise<RoomResult<T>> {
    try {
      return await withAccess((accessToken) =>
        roomResult(callAsGuest<T>(name, args, accessToken, init)),
      );
    } catch (error) {
      if (error instanceof LinkNotValid) return { ok: false, reason: "not_yours" };
      throw error;
    }
  }

  return {
    ...roomCalls(call),
    iceServers: () =>
      withAccess(async (accessToken) => {
        try {
          return await callFunction<IceServers>("turn-credentials", {}, accessToken);
        } catch (error) {
          if (error instanceof FunctionError && error.status === 401) throw new AccessEnded();
          throw error;
        }
      }),
  };
}
