import type {
  Connection,
  Interview,
  Member,
  Message,
  NextInterview,
  Polled,
  Reason,
} from "../room-api";
import type { Media } from "./peer-connection";

/** Why one is no longer in the room. */
const endReasons = ["closed", "elsewhere", "not_yours", "full", "moved"] as const;
export type EndReason = (typeof endReasons)[number];

export const isEnd = (reason: Reason): reason is EndReason =>
  endReasons.some((end) => end === reason);

/** Another member who is in the room, as far as this browser sees and hears them. */
export interface Person extends Member {
  id: string;
  connection: RTCPeerConnectionState;
  media: Media | null;
}

export interface RoomState {
  phase: "entering" | "waiting" | "in" | "ended";
  ended: EndReason | null;
  /** Where the interview takes place instead, when it was moved. */
  meetingUrl: string | null;
  you: Polled["you"] | null;
  interview: Interview | null;
  people: Person[];
  /** Everyone who is there, those who wait included; oneself not. */
  members: Member[];
  messages: Message[];
  next: NextInterview | null;
  /** What to add to this device's clock to have the server's, in ms. */
  clockOffset: number;
  /** The server has not answered lately. */
  isCutOff: boolean;
  connection: Connection;
  /** The camera waits for a better connection. */
  isVideoPaused: boolean;
}

export const emptyRoom: RoomState = {
  phase: "entering",
  ended: null,
  meetingUrl: null,
  you: null,
  interview: null,
  people: [],
  members: [],
  messages: [],
  next: null,
  clockOffset: 0,
  isCutOff: false,
  connection: "new",
  isVideoPaused: false,
};
