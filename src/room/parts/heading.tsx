import { formatZonedRange } from "../../lib/dates/format-date";
import { Status } from "../../ui/feedback/status";
import { timeLeft } from "../labels";
import { useRoomContext } from "../room-context";
import { FocusedHeading } from "./focused-heading";
import { NetworkState } from "./network-state";

/** Whose interview it is, how much of it is left, and how the connection is. */
export function RoomHeading({ now }: { now: number }) {
  const { state } = useRoomContext();
  const { interview, you } = state;
  if (!interview) return null;
  const { starts_at, ends_at, time_zone, student, employer, position } = interview;
  const left = timeLeft(interview, now);
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-4">
      <div className="min-w-0">
        <FocusedHeading className="truncate font-semibold text-md">
          {you?.role === "student" ? `Interview with ${employer}` : student.full_name}
        </FocusedHeading>
        <p className="truncate text-muted text-sm">
          {formatZonedRange(starts_at, ends_at, time_zone)}
          {position && ` · ${position}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-x-4 text-sm tabular-nums">
        <NetworkState />
        <Status tone={left.tone} mark={left.tone === "neutral" ? "dot" : "triangle"}>
          {left.text}
        </Status>
      </div>
    </header>
  );
}
