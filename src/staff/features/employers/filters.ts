import { directoryFilters } from "../../lists/directory-filters";
import { sortBy, type Values } from "../../url/search-params";

export const employerFilters = {
  ...directoryFilters,
  sort: sortBy("name", "interviewers", "ocis"),
};
export type EmployerFilters = Values<typeof employerFilters>;
