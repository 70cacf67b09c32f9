import { useMemo } from "react";
import RoomPage from "../../room/room-page";
import { useGuest } from "../experience/guest-context";
import { replaceOverlay } from "../experience/overlay";
import { roomApi } from "./api";

interface GuestRoomProps {
  slotId: string;
  onClose: () => void;
}

/** The room behind *Join interview*. */
export default function GuestRoom({ slotId, onClose }: GuestRoomProps) {
  const { withAccess } = useGuest();
  const api = useMemo(() => roomApi({ withAccess }), [withAccess]);
  return <RoomPage api={api} slotId={slotId} onMove={followRoom} onClose={onClose} />;
}

const followRoom = (slotId: string) => replaceOverlay({ to: "room", slotId });
