import { MutationCache, QueryClient } from "@tanstack/react-query";

/**
 * After any write, whatever is on screen is read again before the write counts as done, and what
 * is not on screen is forgotten. A component that the fresh data takes away misses callbacks
 * given to mutate(): those belong into the mutation's own options.
 */
export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    onSuccess: () => {
      queryClient.removeQueries({ type: "inactive" });
      return queryClient.invalidateQueries();
    },
  }),
  defaultOptions: {
    // postgrest-js repeats a read whose connection broke, for seven seconds: who waits hears of it then.
    queries: { staleTime: 10_000, retry: false, networkMode: "always", refetchOnReconnect: true },
    // Offline, a paused write would say nothing, and happen long after it was given up.
    mutations: { networkMode: "always" },
  },
});
