import type { Entered, Polled, RoomApi, RoomResult } from "./room-api";

type Call = <T>(
  name: string,
  args: Record<string, unknown>,
  init?: RequestInit,
) => Promise<RoomResult<T>>;

/** The room's SQL functions, asked through whoever's `call` it is. */
export function roomCalls(call: Call): Omit<RoomApi, "iceServers"> {
  const at = (p_slot_id: string, p_session: string) => ({ p_slot_id, p_session });
  return {
    enter: (slot, session) => call<Entered>("join_video_room", at(slot, session)),
    poll: (slot, session, { ack, seen, state }) =>
      call<Polled>("poll_video_room", {
        ...at(slot, session),
        p_ack: ack,
        p_seen: seen,
        p_state: state,
      }),
    send: (slot, session, signals) =>
      call("send_video_room_signals", { ...at(slot, session), p_signals: signals }),
    say: (slot, session, body) =>
      call("send_video_room_message", { ...at(slot, session), p_body: body }),
    admit: (slot, member) => call("admit_to_video_room", { p_slot_id: slot, p_member_id: member }),
    finish: (slot) => call("finish_interview", { p_slot_id: slot }),
    reopen: (slot) => call("reopen_interview", { p_slot_id: slot }),
    leave: (slot, session) => call("leave_video_room", at(slot, session), { keepalive: true }),
  };
}
