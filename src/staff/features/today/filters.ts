import { parseEnum } from "../../lists/read-params";
import type { Interview, InterviewState } from "./api";
import { stateLabels, states } from "./labels";

export const stateFilters = states.map((id) => ({ id, label: stateLabels[id].label }));

export interface BoardFilters {
  text: string;
  state: InterviewState | null;
  employer: string | null;
}

export const readBoardFilters = (params: URLSearchParams): BoardFilters => ({
  text: params.get("q") ?? "",
  state: parseEnum(stateFilters, params.get("state")),
  employer: params.get("employer"),
});

export const noFilters = { q: null, state: null, employer: null };

/** Those asked for, the ones that are over last: their place at the top is for what goes on. */
export function shownInterviews(all: readonly Interview[], filters: BoardFilters): Interview[] {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
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
