import { callFunction } from "../../../lib/supabase/call-function";
import { supabaseKey, supabaseUrl } from "../../../lib/supabase/config";
import { supabase } from "../../../lib/supabase/staff-client";
import { readResult } from "../../../room/read-result";
import type { IceServers, RoomApi, RoomResult } from "../../../room/room-api";
import { roomCalls } from "../../../room/room-calls";

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
  const token = await accessToken();
  const response = await fetch(`${supabaseUrl}/rest/v1/rpc/${name}`, {
    ...init,
    method: "POST",
    headers: {
      "content-type": "application/json",
      apikey: supabaseKey,
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(args),
  });
  return readResult(name, response);
}

async function accessToken(): Promise<string> {
  const { data } = await supabase.auth.getSession();
  return data.session?.access_token ?? "";
}
