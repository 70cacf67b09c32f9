import { ids } from "./access-matrix";
import type { Refused } from "./domain-error";
import type { Claims } from "./harness";
import type { withFixture } from "./with-fixture";

type Act = ReturnType<typeof withFixture>;
type Actor = Parameters<Act["as"]>[0];

interface Member {
  id: string | null;
  role: string;
  name: string;
  session: string | null;
  admitted: boolean;
  present: boolean;
  state: object;
}

interface Signal {
  id: number;
  from: string;
  session: string;
  body: object;
}

interface Message {
  id: number;
  from: string;
  role: string;
  kind: string;
  mine: boolean;
  body: string;
}

export interface RoomResult {
  ok: boolean;
  reason?: string;
  retry_after_ms?: number;
  meeting_url?: string;
  you: { member_id: string; role: string; admitted: boolean };
  interview: { finished: boolean; late_minutes: number; interviewers: string[] };
  members: Member[];
  signals: Signal[];
  messages: Message[];
  next: { slot_id: string; student: string; waiting: boolean } | null;
}

/** A function's answer as the room has it: its data, or why it refused. */
export function answerOf(data: unknown, refused: Refused | null): RoomResult {
  if (refused) return { ok: false, reason: refused.code, ...refused.params } as RoomResult;
  return { ok: true, ...(typeof data === "object" ? data : {}) } as RoomResult;
}

/** A tab: what a browser makes up for itself before it enters. */
const session = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** The room's functions as different people call them, each in a tab of their own; answers as the room has them. */
export function withVideoRoom({ as, attempt }: Act) {
  const ask = async (who: Actor, call: string) => {
    await as(who);
    const { value, code, params } = await attempt<unknown>(`select ${call}`);
    return answerOf(value, code ? { code, params: params ?? {} } : null);
  };
  return {
    ask,
    /** Someone's tab in the room of a slot. */
    tab(who: Actor, n: number, slot: string = ids.slotA1) {
      const here = `'${slot}', '${session(n)}'`;
      return {
        session: session(n),
        enter: () => ask(who, `join_video_room(${here})`),
        poll: (ack = 0, seen = 0, state: object | null = null) =>
          ask(
            who,
            `poll_video_room(${here}, ${ack}, ${seen}, ${state ? `'${JSON.stringify(state)}'` : "null"})`,
          ),
        signal: (...signals: unknown[]) =>
          ask(who, `send_video_room_signals(${here}, '${JSON.stringify(signals)}')`),
        say: (body: string) => ask(who, `send_video_room_message(${here}, '${body}')`),
        leave: () => ask(who, `leave_video_room(${here})`),
        admit: (member: string) => ask(who, `admit_to_video_room('${slot}', '${member}')`),
        finish: () => ask(who, `finish_interview('${slot}')`),
        reopen: () => ask(who, `reopen_interview('${slot}')`),
      };
    },
  };
}

/** A guest beyond the fixture's: a link of their own, made as the owner. */
export const guestLink = (role: "interviewer" | "student", person: string, link: string) => ({
  make: `insert into access_links (id, ${role}_id) values ('${link}', '${person}')`,
  claims: { role, sub: link, link_id: link, link_version: 1 } satisfies Claims,
});
