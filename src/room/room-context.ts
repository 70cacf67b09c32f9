import { createContext, use } from "react";
import type { Room } from "./engine/room";
import type { RoomState } from "./engine/room-state";
import type { LocalMedia, MediaState } from "./media/local-media";
import type { RoomApi } from "./room-api";

/** What every part of a room's page may need. */
export interface RoomContextValue {
  api: RoomApi;
  slotId: string;
  room: Room;
  state: RoomState;
  media: LocalMedia;
  devices: MediaState;
  /** On to another interview's room, or into this one anew. */
  goTo(slotId: string, from?: { slotId: string; student: string }): void;
  /** What onClose leads to, in words. */
  backTo: string;
  onClose(): void;
}

export const RoomContext = createContext<RoomContextValue | null>(null);

export function useRoomContext(): RoomContextValue {
  const place = use(RoomContext);
  if (!place) throw new Error("useRoomPlace is for parts of a room's page");
  return place;
}
