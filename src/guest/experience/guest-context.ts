import { createContext, use } from "react";
import type { Session } from "../link/session";
import type { Experience } from "./experience";
import type { Overlay } from "./overlay";

/** What every part of an open page may need. */
export interface Guest extends Pick<Session, "calendar" | "document" | "withAccess"> {
  experience: Experience;
  feedToken: string;
  /** The server's time, in ms, as are `readAt` and all other times. */
  now: number;
  fetchedAt: number;
  /** The last attempt to refresh did not reach the server. */
  failing: boolean;
  viewerZone: string;
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
