import { type ListFilters, readListFilters } from "../../lists/list-filters";

const studentSorts = ["full_name", "program", "class_year", "interviews"] as const;

export interface StudentFilters extends ListFilters<(typeof studentSorts)[number]> {
  program: string | null;
  year: string | null;
}

export function readStudentFilters(params: URLSearchParams): StudentFilters {
  return {
    ...readListFilters(params, studentSorts),
    program: params.get("program"),
    year: /^\d{4}$/.exec(params.get("year") ?? "")?.[0] ?? null,
  };
}

export const noFilters = { q: null, program: null, year: null, show: null };

export function isFiltered({ text, program, year, isArchived }: StudentFilters): boolean {
  return Boolean(text || program || year || isArchived);
}
