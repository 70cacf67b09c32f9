import { createContext, use } from "react";
import type { Experience } from "./experience";

/** What every part of an open page may need. */
export interface Guest {
  experience: Experience;
  /** The server's time, in ms, as are `readAt` and all other times. */
  now: number;
  readAt: number;
  /** The last attempt to refresh did not reach the server. */
  failing: boolean;
  viewerZone: string;
  retry(): void;
  calendar(id: string): Promise<Blob>;
  document(id: string): Promise<Blob>;
}

export const GuestContext = createContext<Guest | null>(null);

export function useGuest(): Guest {
  const guest = use(GuestContext);
  if (!guest) throw new Error("useGuest is for parts of an open page");
  return guest;
}
