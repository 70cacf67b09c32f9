import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { batchQuery, isInFlight, useRetryEmails } from "../../emails/api";

export type Batch = ReturnType<typeof useBatch>;

/** The emails of one press of Send, as they go out. */
export function useBatch(batchId: string) {
  const client = useQueryClient();
  const { data: emails = [], error, isPending } = useQuery(batchQuery(batchId));
  const retry = useRetryEmails();
  const failed = emails.filter(({ status }) => status === "failed" || status === "uncertain");
  const done = emails.filter(({ status }) => !isInFlight(status)).length;
  const isDone = !isPending && done === emails.length;

  useEffect(() => {
    if (isDone) client.invalidateQueries({ queryKey: ["link-states"] });
  }, [isDone, client]);

  return {
    emails,
    failed,
    done,
    isDone,
    error: error ?? retry.error,
    isRetrying: retry.isPending,
    retry: () => retry.mutate(failed.map(({ id }) => id)),
  };
}
