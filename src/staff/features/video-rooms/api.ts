import { callFunction } from "../../../lib/supabase/call-function";
import { callRpc } from "../../../lib/supabase/call-rpc";
import { supabase } from "../../../lib/supabase/staff-client";
import type { IceServers, RoomApi, RoomResult } from "../../../room/room-api";
import { roomCalls } from "../../../room/room-calls";
import { roomResult } from "../../../room/room-result";

// Short, as in the guest's room: the next attempt is worth more than waiting for this one.
const timeout = 5_000;

/** The room as an admin of the office may join it. Not through supabase-js, which cannot outlive a page. */
export const staffRoomApi: RoomApi = {
  ...roomCalls(call),
  iceServers: async () => callFunction<IceServers>("turn-credentials", {}, await accessToken()),
};

async function call<T>(
  name: string,
  args: Record<string, unknown>,
  init: RequestInit = { signal: AbortSignal.timeout(timeout) },
): Promise<RoomResult<T>> {
  return roomResult(callRpc<T>(name, args, await accessToken(), init));
}

async function accessToken(): Promise<string> {
  const { data } = await supabase.auth.getSession();
  return data.session?.access_token ?? "";
}
