import { directoryFilters } from "../../lists/directory-filters";
import { sortBy, type Values } from "../../url/search-params";

export const interviewerFilters = {
  ...directoryFilters,
  sort: sortBy("full_name", "employer", "last_opened_at"),
};
export type InterviewerFilters = Values<typeof interviewerFilters>;
