import { cx } from "../../components/cx";
import { useRoomPlace } from "../room-context";
import { SelfView } from "./self-view";
import { Tile, TileFrame } from "./tile";
import { Video } from "./video";

const columns = ["", "", "grid-rows-2 sm:grid-cols-2 sm:grid-rows-1"];

/** Everybody to see, and a shared screen before everybody. */
export function Stage() {
  const { state } = useRoomPlace();
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
      <SelfView className="absolute right-2 bottom-2 h-20 w-28 shadow-float sm:h-30 sm:w-45" />
    </div>
  );
}

function Nobody() {
  const { state } = useRoomPlace();
  const { interview, you } = state;
  const words =
    you?.role === "student"
      ? "Your interviewer will be back in a moment. Stay here."
      : `${interview?.student.full_name ?? "The candidate"} is not here yet. You will see and hear it when they come.`;
  return <p className="m-auto max-w-80 px-4 pb-24 text-center text-muted text-pretty">{words}</p>;
}
