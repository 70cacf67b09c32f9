import type { Selection } from "react-aria-components";

type Act = "send" | "release";

/** The page that does something with many OCIs: the ticked ones, or all that match the list's filters. */
export function bulkOcisPath(act: Act, selected: Selection, filters: URLSearchParams): string {
  if (selected !== "all") return bulkPath(act, "oci", selected);
  const params = new URLSearchParams(filters);
  for (const name of ["page", "sort", "dialog", "about"]) params.delete(name);
  params.set("all", "1");
  return `/admin/ocis/${act}?${params}`;
}

export const bulkSchedulesPath = (act: Act, ids: Iterable<string>) =>
  bulkPath(act, "schedule", ids);

function bulkPath(act: Act, name: string, ids: Iterable<string | number>): string {
  const params = new URLSearchParams();
  for (const id of ids) params.append(name, String(id));
  return `/admin/ocis/${act}?${params}`;
}
