import { cx } from "../../ui/cx";
import type { RoomState } from "../engine/room-state";
import { waitingMembers } from "../notices";
import { useRoomContext } from "../room-context";
import { SelfView } from "./self-view";
import { Tile, TileFrame } from "./tile";
import { Video } from "./video";

const columns = ["", "", "grid-rows-2 sm:grid-cols-2 sm:grid-rows-1"];

/** Everybody to see, and a shared screen before everybody. */
export function VideoGrid() {
  const { state } = useRoomContext();
  const { people } = state;
  const sharing = people.find((person) => person.state.screen && person.media);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col gap-2 sm:flex-row">
      {sharing?.media && (
        <TileFrame label={`${sharing.name}’s screen`} className="flex-3">
          <Video stream={sharing.media.screen} label={`${sharing.name}’s screen`} isWhole />
          <figcaption className="absolute bottom-2 left-2 rounded-md bg-canvas/85 px-2 py-0.5 text-sm">
            {sharing.name}’s screen
          </figcaption>
        </TileFrame>
      )}
      {people.length === 0 ? (
        <Nobody />
      ) : (
        <div
          className={cx(
            "grid min-h-0 flex-1 gap-2",
            sharing ? "grid-cols-2 sm:grid-cols-1" : (columns[people.length] ?? "grid-cols-2"),
          )}
        >
          {people.map((person) => (
            <Tile key={person.id} person={person} />
          ))}
        </div>
      )}
      <div className="absolute right-2 bottom-12 h-18 w-28 sm:h-27 sm:w-45">
        <SelfView className="size-full shadow-float" />
      </div>
    </div>
  );
}

function Nobody() {
  const { state } = useRoomContext();
  return (
    <p className="m-auto max-w-80 px-4 pb-24 text-center text-muted text-pretty">
      {emptyText(state)}
    </p>
  );
}

function emptyText(state: RoomState): string {
  const { interview, you } = state;
  if (you?.role === "student") return "Your interviewer will be back in a moment. Stay here.";
  if (interview?.finished || waitingMembers(state).length > 0) return "";
  return `${interview?.student.full_name} is not here yet, and shows up here as soon as they come.`;
}
