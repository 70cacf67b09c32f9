import { useSyncExternalStore } from "react";

/** Renders anew whenever the store changes. */
export function useStore<T>(store: { get(): T; subscribe(onChange: () => void): () => void }): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
