import { type DataRouter, useSearchParams } from "react-router";
import { useCurrentRouter } from "./current-router";

/** The search that this page is on its way to: what is shown may lag behind quick hands. */
function nextSearch({ state }: DataRouter): URLSearchParams {
  const { location, navigation } = state;
  const isSamePage = navigation.location?.pathname === location.pathname;
  return new URLSearchParams((isSamePage ? navigation.location : location)?.search);
}

/** Changes some parameters of the URL and leaves the others as they are. */
export function useUpdateSearch() {
  const router = useCurrentRouter();
  const [, setSearch] = useSearchParams();

  return (changes: Record<string, string[]>, { replace }: { replace: boolean }) => {
    const next = nextSearch(router);
    for (const [name, texts] of Object.entries(changes)) {
      next.delete(name);
      for (const text of texts) next.append(name, text);
    }
    setSearch(next, { replace, preventScrollReset: true });
  };
}
