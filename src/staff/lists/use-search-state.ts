import { type DataRouter, useSearchParams } from "react-router";
import { useCurrentRouter } from "./current-router";

type Changes = Record<string, string | null | undefined>;

/** The search params that this page is navigating to: what is rendered may lag behind quick hands. */
function nextParams({ state }: DataRouter): URLSearchParams {
  const { location, navigation } = state;
  const isSamePage = navigation.location?.pathname === location.pathname;
  return new URLSearchParams((isSamePage ? navigation.location : location)?.search);
}

/** The page's state in its search params. An empty value removes a parameter. */
export function useSearchState() {
  const router = useCurrentRouter();
  const [params, setParams] = useSearchParams();

  function update(changes: Changes, replace: boolean) {
    const next = nextParams(router);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next, { replace, preventScrollReset: true });
  }

  return {
    params,
    /** Another view of a list begins at its first page. */
    filter: (changes: Changes) => update({ page: null, ...changes }, true),
    /** The same list, shown otherwise. */
    show: (changes: Changes) => update(changes, true),
    openDialog: (dialog: string, about?: string) => update({ dialog, about }, false),
    closeDialog: () => update({ dialog: null, about: null }, true),
    dialog: params.get("dialog"),
    about: params.get("about"),
  };
}
