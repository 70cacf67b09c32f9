import { useEffect, useState } from "react";
import { openRoom, type Room, type Source } from "./engine/room";
import type { RoomApi } from "./room-api";

/** A room that is entered while the page shows it, and left with it. */
export function useRoom(api: RoomApi, slotId: string, source: Source): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const opened = openRoom(api, slotId, source);
    setRoom(opened);
    return opened.stop;
  }, [api, slotId, source]);
  return room;
}
