/** What the room needs of the outside: the guest app and the staff app each bring their own. */
export interface RoomApi {
  enter(slotId: string, session: string): Promise<RoomResult<Entered>>;
  poll(slotId: string, session: string, request: PollRequest): Promise<RoomResult<Polled>>;
  send(slotId: string, session: string, signals: OutgoingSignal[]): Promise<RoomResult>;
  say(slotId: string, session: string, body: string): Promise<RoomResult>;
  admit(slotId: string, memberId: string): Promise<RoomResult>;
  finish(slotId: string): Promise<RoomResult>;
  reopen(slotId: string): Promise<RoomResult>;
  /** Must get through from a page that is being closed. */
  leave(slotId: string, session: string): Promise<unknown>;
  iceServers(): Promise<IceServers>;
}

/** The codes with which the room's functions refuse. */
export const reasons = [
  "not_yours",
  "closed",
  "elsewhere",
  "full",
  "left",
  "moved",
  "not_admitted",
  "too_much",
  "malformed",
] as const;
export type Reason = (typeof reasons)[number];

export interface Refused {
  ok: false;
  reason: Reason;
  retry_after_ms?: number;
  /** With `moved`: the employer's own meeting. */
  meeting_url?: string | null;
}

export type RoomResult<T = object> = (T & { ok: true }) | Refused;

/** What the first poll would have answered. */
export interface Entered extends Polled {
  /** How often to poll once all is quiet. */
  poll_ms: number;
}

export type Connection = "good" | "poor" | "lost" | "new";

/** What the others may know of this member's devices and connection. */
export interface SharedState {
  audio: boolean;
  video: boolean;
  screen: boolean;
  connection: Connection;
}

export interface PollRequest {
  /** The highest signal handled, and the highest message shown. */
  ack: number;
  seen: number;
  state: SharedState;
}

export type RoomRole = "interviewer" | "student" | "staff";

export interface Member {
  /** Null, as is the session, in what a waiting student receives; empty, as is the state, before the first poll. */
  id: string | null;
  session: string | null;
  state: Partial<SharedState>;
  admitted: boolean;
  role: RoomRole;
  name: string;
  present: boolean;
}

export interface Interview {
  starts_at: string;
  ends_at: string;
  time_zone: string;
  employer: string;
  position: string | null;
  student: { full_name: string };
  interviewers: string[];
  /** How long the interview before this one has run over, while it still goes on. */
  late_minutes: number;
  /** Handed off: the student is no longer in it. */
  finished: boolean;
}

export interface IncomingSignal {
  id: number;
  from: string;
  session: string;
  body: unknown;
}

export interface OutgoingSignal {
  to: string;
  /** The addressee's. */
  session: string;
  body: object;
}

export interface Message {
  id: number;
  from: string;
  role: RoomRole;
  kind: "chat" | "notice";
  mine: boolean;
  body: string;
  at: string;
}

export interface NextInterview {
  slot_id: string;
  starts_at: string;
  student: string;
  waiting: boolean;
}

export interface Polled {
  now: string;
  you: { member_id: string; role: RoomRole; admitted: boolean };
  interview: Interview;
  members: Member[];
  signals: IncomingSignal[];
  messages: Message[];
  next: NextInterview | null;
}

export interface IceServers {
  iceServers: RTCIceServer[];
  /** null where there is nothing that expires. */
  expiresAt: string | null;
}
