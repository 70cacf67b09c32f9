import type { Selection } from "react-aria-components";
import { flag, ids, toSearch, type Values } from "../../../url/search-params";
import { type OciFilters, ociFilters } from "./oci-filters";

/** What a page does something with: schedules, those of OCIs, or of all OCIs that match filters. */
export const bulkSearch = { ...ociFilters, schedule: ids, oci: ids, all: flag };
export type BulkSearch = Values<typeof bulkSearch>;

/** The ticked OCIs, or all that match the list's filters. */
export function searchForOcis(selected: Selection, filters: OciFilters): URLSearchParams {
  if (selected !== "all") return toSearch(bulkSearch, { oci: Array.from(selected, String) });
  return toSearch(bulkSearch, { ...filters, page: 1, all: true });
}

export const searchForSchedules = (schedule: string[]) => toSearch(bulkSearch, { schedule });
