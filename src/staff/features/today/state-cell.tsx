import { Status } from "../../../ui/feedback/status";
import type { Interview } from "./api";
import { useBoardClock } from "./board-clock";
import { outcomeWords, stateWords, timeWords, troubleWords } from "./labels";

export function TimeLeft({ interview }: { interview: Interview }) {
  const words = timeWords(interview, useBoardClock());
  return words && <span className="block text-muted tabular-nums">{words}</span>;
}

export function StateCell({ interview }: { interview: Interview }) {
  const trouble = troubleWords(interview, useBoardClock());
  const { outcome, outcome_note: note, state } = interview;
  const { label, tone, mark } = stateWords[state];
  const isBad = outcome !== null && outcome !== "completed";
  return (
    <>
      {outcome ? (
        <Status tone={isBad ? "danger" : "success"} mark={isBad ? "triangle" : "dot"}>
          {outcomeWords[outcome]}
        </Status>
      ) : (
        <Status tone={tone} mark={mark}>
          {label}
        </Status>
      )}
      {trouble && <span className="block text-warning">{trouble}</span>}
      {note && <span className="block text-muted wrap-anywhere">{note}</span>}
    </>
  );
}
