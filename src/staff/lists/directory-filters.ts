import { oneOf, page, text } from "../url/search-params";

export const archivedFilter = [{ id: "archived", label: "Archived" }] as const;

/** What every list of a directory can be asked for. */
export const directoryFilters = { q: text, show: oneOf(archivedFilter), page };
