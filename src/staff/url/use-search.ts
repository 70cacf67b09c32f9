import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { type Params, readSearch, toFilters, toSearch, type Values } from "./search-params";
import { useUpdateSearch } from "./use-update-search";

/** What a page keeps in its URL: a list its filters, order and page. */
export function useSearch<P extends Params>(params: P) {
  const [search] = useSearchParams();
  const update = useUpdateSearch();
  const values = useMemo(() => readSearch(params, search), [params, search]);
  const filtered = [...toFilters(params, values).keys()];

  /** Another view of a list begins at its first page. */
  function set(changes: Partial<Values<P>>) {
    const written = toSearch(params, changes);
    const names = "page" in params ? ["page", ...Object.keys(changes)] : Object.keys(changes);
    update(Object.fromEntries(names.map((name) => [name, written.getAll(name)])), {
      replace: true,
    });
  }

  return {
    values,
    set,
    /** The two props of a field for one of them. */
    bind: <Name extends keyof P>(name: Name) => ({
      value: values[name],
      onChange: (value: Values<P>[Name]) => set({ [name]: value } as unknown as Partial<Values<P>>),
    }),
    /** Takes the filters away; absent while there are none. */
    clear:
      filtered.length > 0
        ? () => update(Object.fromEntries(filtered.map((name) => [name, []])), { replace: true })
        : undefined,
  };
}
