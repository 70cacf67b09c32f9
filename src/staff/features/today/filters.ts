import { matching, oneOf, text, type Values } from "../../url/search-params";
import type { Interview } from "./api";
import { stateLabels, states } from "./labels";

export const stateOptions = states.map((id) => ({ id, label: stateLabels[id].label }));

export const boardFilters = { q: text, state: oneOf(stateOptions), employer: matching(/./) };
export type BoardFilters = Values<typeof boardFilters>;

/** Those asked for, the ones that are over last: their place at the top is for what goes on. */
export function shownInterviews(all: readonly Interview[], filters: BoardFilters): Interview[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(
    (interview) =>
      (!filters.state || interview.state === filters.state) &&
      (!filters.employer || interview.employer === filters.employer) &&
      words.every((word) => textOf(interview).includes(word)),
  );
  const isOver = ({ state }: Interview) => state === "completed";
  return [...found.filter((one) => !isOver(one)), ...found.filter(isOver)];
}

const textOf = ({ student, employer, position, interviewers, location }: Interview) =>
  [student, employer, position, location, ...interviewers.map(({ name }) => name)]
    .join(" ")
    .toLowerCase();
