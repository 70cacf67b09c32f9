import { callFunction, FunctionError } from "../../lib/call-function";
import { supabaseKey, supabaseUrl } from "../../lib/config";
import type { Answer, Entered, IceServers, Polled, RoomApi } from "../../room/room-api";
import { AccessEnded } from "../api";
import { LinkNotValid, type Session } from "../session";

// Short: on a connection that is gone, the next attempt is worth more than waiting for this one.
const timeout = 5_000;

/** The room as the holder of this link may use it. */
export function roomApi({ withAccess }: Pick<Session, "withAccess">): RoomApi {
  async function call<T>(
    name: string,
    args: Record<string, unknown>,
    init: RequestInit = { signal: AbortSignal.timeout(timeout) },
  ): Promise<Answer<T>> {
    try {
      return await withAccess((accessToken) => rpc<Answer<T>>(name, args, accessToken, init));
    } catch (error) {
      if (error instanceof LinkNotValid) return { ok: false, reason: "not_yours" };
      throw error;
    }
  }

  const at = (p_slot_id: string, p_session: string) => ({ p_slot_id, p_session });
  return {
    enter: (slot, session) => call<Entered>("enter_room", at(slot, session)),
    poll: (slot, session, { ack, seen, state }) =>
      call<Polled>("poll_room", {
        ...at(slot, session),
        p_ack: ack,
        p_seen: seen,
        p_state: state,
      }),
    send: (slot, session, signals) =>
      call("send_room_signals", { ...at(slot, session), p_signals: signals }),
    say: (slot, session, body) => call("send_room_message", { ...at(slot, session), p_body: body }),
    admit: (slot, member) => call("admit_to_room", { p_slot_id: slot, p_member_id: member }),
    finish: (slot) => call("finish_interview", { p_slot_id: slot }),
    reopen: (slot) => call("reopen_interview", { p_slot_id: slot }),
    leave: (slot, session) => call("leave_room", at(slot, session), { keepalive: true }),
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

async function rpc<T>(
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
  if (response.status === 401) throw new AccessEnded();
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return response.json();
}
