import { useMemo } from "react";
import { cx } from "../../ui/cx";
import { useRoomContext } from "../room-context";
import { RoomIcon } from "./room-icon";
import { TileFrame } from "./tile";
import { Video } from "./video";

/** One's own picture as the others get it, mirrored as one knows it. */
export function SelfView({ className }: { className?: string }) {
  const { devices, state } = useRoomContext();
  const { video } = devices;
  const stream = useMemo(() => video && new MediaStream([video]), [video]);
  return (
    <TileFrame label="You" className={cx("bg-raised", className)}>
      {stream ? (
        <Video stream={stream} label="Your camera" isMirrored />
      ) : (
        <div className="flex size-full flex-col items-center justify-center gap-1 text-muted text-sm">
          <RoomIcon name="camera-off" />
          {devices.isAsking ? "Starting…" : "Camera off"}
        </div>
      )}
      {state.isVideoPaused && stream && (
        <p className="absolute inset-0 flex items-center justify-center bg-scrim p-2 text-center text-sm">
          Paused: slow connection
        </p>
      )}
      <figcaption className="absolute bottom-1 left-1 rounded-md bg-canvas/85 px-1.5 text-sm">
        You
      </figcaption>
    </TileFrame>
  );
}
