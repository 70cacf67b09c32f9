import { Status } from "../../../ui/feedback/status";
import { outcomeLabels } from "../../labels";
import type { Interview } from "./api";
import { useBoardClock } from "./board-clock";
import { attentionLabel, stateLabels, timeLabel } from "./labels";

export function TimeLeft({ interview }: { interview: Interview }) {
  const text = timeLabel(interview, useBoardClock());
  return text && <span className="block text-muted tabular-nums">{text}</span>;
}

export function StateCell({ interview }: { interview: Interview }) {
  const attention = attentionLabel(interview, useBoardClock());
  const { outcome, outcome_note: note, state } = interview;
  const { label, tone, mark } = stateLabels[state];
  const isBad = outcome !== null && outcome !== "completed";
  return (
    <>
      {outcome ? (
        <Status tone={isBad ? "danger" : "success"} mark={isBad ? "triangle" : "dot"}>
          {outcomeLabels[outcome]}
        </Status>
      ) : (
        <Status tone={tone} mark={mark}>
          {label}
        </Status>
      )}
      {attention && <span className="block text-warning">{attention}</span>}
      {note && <span className="block text-muted wrap-anywhere">{note}</span>}
    </>
  );
}
