import { useSearchParams } from "react-router";

type Changes = Record<string, string | null | undefined>;

/** The page's state that lives in its address. An empty value takes a parameter out. */
export function useSearchState() {
  const [params, setParams] = useSearchParams();

  function update(changes: Changes, replace: boolean) {
    setParams(
      (current) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value) current.set(name, value);
          else current.delete(name);
        }
        return current;
      },
      { replace, preventScrollReset: true },
    );
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
