import { useState } from "react";
import type { Key, Selection } from "react-aria-components";

interface Kept {
  list: string;
  selected: Selection;
}

const none: Selection = new Set<Key>();
// Outside of the page, so that opening one of the selected rows does not lose the others.
let kept: Kept = { list: "", selected: none };

/**
 * What is selected over all pages of a list; "all" is whatever matches its filters.
 * @param list names the list and its filters: another one begins with nothing selected.
 */
export function useSelection(list: string, pageIds: string[]) {
  const [state, setState] = useState(kept);
  const selected = state.list === list ? state.selected : none;

  function choose(next: Selection) {
    kept = { list, selected: next };
    setState(kept);
  }
  return {
    selected,
    select: (next: Selection) => choose(mergePageSelection(selected, next, pageIds)),
    selectAll: () => choose("all"),
    clear: () => choose(none),
  };
}

/** A table knows the rows of its page only: its "all" and its "none" mean those. */
export function mergePageSelection(
  before: Selection,
  next: Selection,
  pageIds: string[],
): Selection {
  if (before === "all") return next === "all" ? new Set(pageIds) : next;
  if (next === "all") return new Set([...before, ...pageIds]);
  if (next.size > 0) return next;
  const elsewhere = [...before].filter((id) => !pageIds.includes(String(id)));
  return elsewhere.length < before.size ? new Set(elsewhere) : none;
}
