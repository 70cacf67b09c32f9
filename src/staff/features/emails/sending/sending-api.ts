import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../../lib/errors/domain-error";
import { supabase } from "../../../../lib/supabase/staff-client";

/** Since when and why no email leaves, and how many wait; null while they leave. */
export const pauseQuery = queryOptions({
  queryKey: ["settings", "pause"],
  refetchInterval: 15_000,
  queryFn: async () => {
    const { data } = await supabase
      .from("settings")
      .select("since:sending_paused_at, reason:sending_paused_reason")
      .single()
      .throwOnError();
    if (data.since === null) return null;
    const { count } = await supabase
      .from("emails")
      .select("id", { count: "exact", head: true })
      .eq("status", "queued")
      .lte("due_at", new Date().toISOString())
      .throwOnError();
    return { since: data.since, reason: data.reason, waiting: count ?? 0 };
  },
});

/** @param reason null: emails leave again. */
export const usePauseSending = () =>
  useMutation({
    mutationFn: async (reason: string | null) => {
      const changes = {
        sending_paused_at: reason === null ? null : new Date().toISOString(),
        sending_paused_reason: reason?.trim() ?? null,
      };
      unwrap(await supabase.from("settings").update(changes).eq("id", true).select("id").single());
    },
  });
