import { Status } from "../../ui/feedback/status";
import { useRoomContext } from "../room-context";

/** How the connection is, in a word; said aloud when it changes. */
export function NetworkState() {
  const { state } = useRoomContext();
  return (
    <span role="status">
      <Words state={state} />
    </span>
  );
}

function Words({ state }: Pick<ReturnType<typeof useRoomContext>, "state">) {
  const { connection, isCutOff, isVideoPaused } = state;
  if (isCutOff || connection === "lost") {
    return (
      <Status tone="danger" mark="triangle">
        Connection lost, reconnecting
      </Status>
    );
  }
  if (connection === "poor") {
    return (
      <Status tone="warning" mark="triangle">
        {isVideoPaused ? "Slow connection: your camera is paused" : "Slow connection"}
      </Status>
    );
  }
  return connection === "good" && <Status tone="success">Connected</Status>;
}
