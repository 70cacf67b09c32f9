import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../../lib/supabase/staff-client";
import { asDocument } from "../../../../lib/supabase/typed-results";

export interface BatchSummary {
  queued: number;
  unchanged: number;
  not_ready: { schedule_id: string; unmet: string[] }[];
}

/** One press of Send: who pressed it, and what was left out. */
export const batchSummaryQuery = (id: string) =>
  queryOptions({
    queryKey: ["batches", id],
    queryFn: async () => {
      const { data } = await supabase
        .from("email_batches")
        .select("created_at, created_by, summary")
        .eq("id", id)
        .single()
        .throwOnError();
      return { ...data, summary: asDocument<BatchSummary>(data.summary) };
    },
  });
