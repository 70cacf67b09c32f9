import { Status } from "../../../ui/feedback/status";
import type { Outcome } from "./api";
import { countOutcomes, outcomeIds, outcomeLabels } from "./outcome-labels";

/** "19,500 new · 500 with errors" */
export function CountsLine({ outcomes }: { outcomes: Outcome[] }) {
  const counts = countOutcomes(outcomes);
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
      {outcomeIds
        .filter((id) => counts[id] > 0)
        .map((id) => (
          <Status key={id} tone={outcomeLabels[id].tone} mark={outcomeLabels[id].mark}>
            {counts[id].toLocaleString()} {outcomeLabels[id].label.toLowerCase()}
          </Status>
        ))}
    </p>
  );
}
