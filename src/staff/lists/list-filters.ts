import { readPage } from "./read-params";

/** The filters of a directory's list, as its search params hold them. */
export interface ListFilters<Column extends string> {
  text: string;
  isArchived: boolean;
  sort: { column: Column; direction: "ascending" | "descending" };
  page: number;
}

/** The first column is the default order. */
export function readListFilters<Column extends string>(
  params: URLSearchParams,
  columns: readonly [Column, ...Column[]],
): ListFilters<Column> {
  const sort = params.get("sort") ?? "";
  return {
    text: params.get("q") ?? "",
    isArchived: params.get("show") === "archived",
    sort: {
      column: columns.find((name) => name === sort.replace("-", "")) ?? columns[0],
      direction: sort.startsWith("-") ? "descending" : "ascending",
    },
    page: readPage(params),
  };
}

export const archivedFilter = [{ id: "archived", label: "Archived" }] as const;

export const sortParam = (sort: { column: PropertyKey; direction: string }) =>
  `${sort.direction === "descending" ? "-" : ""}${String(sort.column)}`;
