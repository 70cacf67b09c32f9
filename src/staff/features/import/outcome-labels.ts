import type { Mark, Tone } from "../../../ui/feedback/status";
import type { Outcome } from "./api";

export type OutcomeId = Outcome["outcome"];

export const outcomeLabels: Record<OutcomeId, { label: string; tone: Tone; mark: Mark }> = {
  create: { label: "New", tone: "success", mark: "dot" },
  update: { label: "Changed", tone: "accent", mark: "dot" },
  unchanged: { label: "Unchanged", tone: "neutral", mark: "dash" },
  error: { label: "With errors", tone: "danger", mark: "triangle" },
};

export const outcomeIds = Object.keys(outcomeLabels) as OutcomeId[];

export function countOutcomes(outcomes: readonly Outcome[]): Record<OutcomeId, number> {
  const counts = { create: 0, update: 0, unchanged: 0, error: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  return counts;
}

export const rowCount = (count: number) =>
  `${count.toLocaleString()} ${count === 1 ? "row" : "rows"}`;
