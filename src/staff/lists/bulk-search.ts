import type { Selection } from "react-aria-components";

/** What a page does something with: the selected OCIs, or all that match the list's filters. */
export function searchForOcis(selected: Selection, filters: URLSearchParams): URLSearchParams {
  if (selected !== "all") return searchFor("oci", selected);
  const params = new URLSearchParams(filters);
  for (const name of ["page", "sort", "dialog", "about"]) params.delete(name);
  params.set("all", "1");
  return params;
}

export const searchForSchedules = (ids: Iterable<string>) => searchFor("schedule", ids);

const searchFor = (name: string, ids: Iterable<string | number>) =>
  new URLSearchParams(Array.from(ids, (id) => [name, String(id)]));
