import { directoryFilters } from "../../lists/directory-filters";
import { matching, sortBy, type Values } from "../../url/search-params";

export const studentFilters = {
  ...directoryFilters,
  program: matching(/./),
  year: matching(/^\d{4}$/),
  sort: sortBy("full_name", "program", "class_year", "interviews"),
};
export type StudentFilters = Values<typeof studentFilters>;
