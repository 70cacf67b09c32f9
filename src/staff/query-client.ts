import { MutationCache, QueryClient } from "@tanstack/react-query";

/** After any write, whatever is on screen is read again before the write counts as done. */
export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({ onSuccess: () => queryClient.invalidateQueries() }),
  defaultOptions: { queries: { staleTime: 10_000, retry: 1 } },
});
