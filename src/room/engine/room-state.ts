import type { Connection, Interview, Member, Message, NextInterview, Polled } from "../room-api";
import type { Media } from "./link";

/** Why one is no longer in the room. */
export type EndReason = "closed" | "elsewhere" | "not_yours";

/** Another member who is in the room, as far as this browser sees and hears them. */
export interface Person extends Member {
  id: string;
  connection: RTCPeerConnectionState;
  media: Media | null;
}

export interface RoomState {
  phase: "entering" | "waiting" | "in" | "ended";
  ended: EndReason | null;
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
