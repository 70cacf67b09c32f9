import { useSearchParams } from "react-router";
import { type Dialog, dialogs, type Page } from "../../paths";
import { useUpdateSearch } from "./use-update-search";

/** Which dialog of a page is open, and the row that it is about. */
export function useDialog<P extends Page>(page: P) {
  const [search] = useSearchParams();
  const update = useUpdateSearch();
  const names: readonly Dialog<P>[] = dialogs[page];
  return {
    dialog: names.find((name) => name === search.get("dialog")) ?? null,
    about: search.get("about"),
    openDialog: (dialog: Dialog<P>, about?: string) =>
      update({ dialog: [dialog], about: about ? [about] : [] }, { replace: false }),
    closeDialog: () => update({ dialog: [], about: [] }, { replace: true }),
  };
}
