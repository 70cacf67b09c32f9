import type { ReactNode } from "react";
import { cx } from "../../ui/cx";
import { Spinner } from "../../ui/feedback/spinner";
import type { Person } from "../engine/room-state";
import { initials } from "../labels";
import { LevelBar } from "./level-bar";
import { RoomIcon } from "./room-icon";
import { Video } from "./video";

/** One other person: their picture or, without one, their name. */
export function Tile({ person }: { person: Person }) {
  const { name, state, media, connection } = person;
  const isConnected = connection === "connected";
  const voice = media?.camera.getAudioTracks()[0] ?? null;
  return (
    <TileFrame label={name} role={person.role}>
      {media && state.video && <Video stream={media.camera} label={`${name}’s camera`} />}
      {!state.video && <Initials name={name} />}
      {!isConnected && (
        <div className="absolute inset-0 flex items-center justify-center bg-scrim">
          <Spinner label={connection === "new" ? "Connecting…" : "Reconnecting…"} />
        </div>
      )}
      <figcaption className="absolute inset-x-0 bottom-0 flex items-center gap-2 p-2">
        <span className="min-w-0 truncate rounded-md bg-canvas/85 px-2 py-0.5 text-sm">
          {name}
          {roleLabels[person.role] && (
            <span className="text-muted"> · {roleLabels[person.role]}</span>
          )}
        </span>
        {isConnected && !state.audio ? (
          <span className="inline-flex items-center gap-1 rounded-md bg-canvas/85 px-2 py-0.5 text-sm">
            <RoomIcon name="microphone-off" className="size-4! text-danger" />
            Muted
          </span>
        ) : (
          <LevelBar track={voice} label={`How loud ${name} is`} className="ml-auto max-w-16" />
        )}
      </figcaption>
    </TileFrame>
  );
}

const roleLabels = { interviewer: "", student: "candidate", staff: "career office" };

interface TileFrameProps {
  label: string;
  role?: string;
  className?: string;
  children: ReactNode;
}

export function TileFrame({ label, role, className, children }: TileFrameProps) {
  return (
    <figure
      aria-label={label}
      data-role={role}
      className={cx(
        "relative min-h-0 min-w-0 overflow-hidden rounded-lg border border-line bg-surface",
        className,
      )}
    >
      {children}
    </figure>
  );
}

function Initials({ name }: { name: string }) {
  return (
    <div className="absolute inset-0 flex items-center justify-center">
      <span
        aria-hidden="true"
        className="flex size-16 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-ink text-lg"
      >
        {initials(name)}
      </span>
    </div>
  );
}
