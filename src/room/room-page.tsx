import { useCallback, useState } from "react";
import { Button } from "../ui/buttons/button";
import { Spinner } from "../ui/feedback/spinner";
import type { RoomApi } from "./room-api";
import { RoomContext, type RoomContextValue } from "./room-context";
import { useLocalMedia } from "./use-local-media";
import { useRoom } from "./use-room";
import { useStore } from "./use-store";
import { Ended } from "./views/ended";
import { InRoom } from "./views/in-room";
import { RoomFrame } from "./views/room-frame";
import { Waiting } from "./views/waiting";

interface RoomPageProps {
  api: RoomApi;
  slotId: string;
  /** Called with the room that one is in now, after a hand-off. */
  onMove?: (slotId: string) => void;
  /** What onClose leads to. */
  backTo?: string;
  onClose: () => void;
}

interface Entry {
  slotId: string;
  ended: { slotId: string; student: string } | undefined;
  count: number;
}

/** An interview's room, and from it the next one's. Enters at once. */
export default function RoomPage(props: RoomPageProps) {
  const { api, slotId, onMove, backTo = "your page", onClose } = props;
  const media = useLocalMedia();
  const [{ count, ...entry }, setEntry] = useState<Entry>({ slotId, ended: undefined, count: 0 });
  const goTo = useCallback<RoomContextValue["goTo"]>(
    (next, ended) => {
      setEntry((before) => ({ slotId: next, ended, count: before.count + 1 }));
      onMove?.(next);
    },
    [onMove],
  );
  if (!media) return <Opening onClose={onClose} />;
  return <EnteredRoom key={count} {...{ ...entry, api, media, goTo, backTo, onClose }} />;
}

type EnteredRoomProps = Pick<Entry, "ended"> & Omit<RoomContextValue, "room" | "state" | "devices">;

function EnteredRoom(props: EnteredRoomProps) {
  const { api, slotId, media, onClose } = props;
  const room = useRoom(api, slotId, media.source);
  const devices = useStore(media);
  if (!room) return <Opening onClose={onClose} />;
  return <InPlace {...props} room={room} devices={devices} />;
}

function InPlace({ ended, ...rest }: Omit<RoomContextValue, "state"> & Pick<Entry, "ended">) {
  const state = useStore(rest.room);
  return (
    <RoomContext value={{ ...rest, state }}>
      {state.phase === "entering" && <Opening onClose={rest.onClose} />}
      {state.phase === "waiting" && <Waiting />}
      {state.phase === "in" && <InRoom ended={ended} />}
      {state.ended && <Ended reason={state.ended} />}
    </RoomContext>
  );
}

function Opening({ onClose }: { onClose: () => void }) {
  return (
    <RoomFrame title="Opening">
      <div className="m-auto flex flex-col items-center gap-4">
        <h1 className="sr-only">Interview room</h1>
        <Spinner label="Opening the room…" />
        <Button onClick={onClose}>Back</Button>
      </div>
    </RoomFrame>
  );
}
