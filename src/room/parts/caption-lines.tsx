import { useEffect, useState } from "react";
import { caption } from "../captions";
import type { Person } from "../engine/room-state";
import { useRoomContext } from "../room-context";

/** What the others say, as this browser hears it. */
export function CaptionLines() {
  const { state } = useRoomContext();
  return (
    <section aria-label="Captions" className="rounded-lg border border-line bg-surface px-3 py-2">
      {state.people.map((person) => (
        <CaptionLine key={person.id} person={person} />
      ))}
      <p className="text-muted text-sm">Captions are made by your browser and may be wrong.</p>
    </section>
  );
}

function CaptionLine({ person }: { person: Person }) {
  const [text, setText] = useState<string | null>(null);
  const track = person.media?.camera.getAudioTracks()[0];
  useEffect(() => (track ? caption(track, setText) : undefined), [track]);
  return (
    <p className="line-clamp-2">
      <span className="font-medium">{person.name}:</span>{" "}
      {text === "" ? "no captions from this browser" : (text ?? "…")}
    </p>
  );
}
