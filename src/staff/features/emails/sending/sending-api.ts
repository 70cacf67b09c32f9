import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../../lib/supabase/staff-client";

/** Since when and why sending is paused, and how many emails wait; null when it is not. */
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

/** The settings of a pause. */
export const pausedFor = (reason: string) => ({
  // As the database reads the clock.
  sending_paused_at: "now",
  sending_paused_reason: reason.trim(),
});

export const notPaused = { sending_paused_at: null, sending_paused_reason: null };
