import { createContext, use } from "react";
import type { Session } from "../link/session";
import type { Mark } from "./changes";
import type { Experience } from "./experience";
import type { Overlay } from "./overlay";

/** What every part of an open page may need. */
export interface Guest extends Pick<Session, "calendar" | "document" | "withAccess"> {
  experience: Experience;
  feedToken: string;
  /** The server's time, in ms, as are `checkedAt` and all other times. */
  now: number;
  /** When the server last said that this is how things stand. */
  checkedAt: number;
  /** The last attempt to refresh did not reach the server. */
  failing: boolean;
  viewerZone: string;
  /** What changed while the page was open: slots and schedules by id, until it was seen. */
  marks: ReadonlyMap<string, Mark>;
  /** This mark was looked at for long enough. */
  onSeen(id: string): void;
  retry(): void;
  /** To the room, or to the check of devices. */
  go(overlay: Overlay): void;
}

export const GuestContext = createContext<Guest | null>(null);

export function useGuest(): Guest {
  const guest = use(GuestContext);
  if (!guest) throw new Error("useGuest is for parts of an open page");
  return guest;
}
