import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";
import { waitSeconds } from "../links/shared/use-notifying-action";

/** The substitutes that recruiters propose for a schedule and nobody has answered yet. */
export const scheduleProposalsQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: ["proposals", "of-schedule", scheduleId],
    refetchInterval: 30_000,
    queryFn: async () => {
      const { data } = await supabase
        .from("open_proposals")
        .select("*")
        .eq("schedule_id", scheduleId)
        .order("created_at")
        .throwOnError();
      return data;
    },
  });

export type OpenProposal = Awaited<
  ReturnType<NonNullable<ReturnType<typeof scheduleProposalsQuery>["queryFn"]>>
>[number];

/** The oldest ones of all, and how many there are. */
export const oldestProposalsQuery = queryOptions({
  queryKey: ["proposals", "oldest"],
  refetchInterval: 30_000,
  queryFn: async () => {
    const { data, count } = await supabase
      .from("open_proposals")
      .select("*", { count: "exact" })
      .order("created_at")
      .limit(5)
      .throwOnError();
    return { proposals: data, total: count ?? 0 };
  },
});

/** Accepting replaces the interviewer: how many people are notified, and the new one's id. */
export const useDecideProposal = () =>
  useMutation({
    mutationFn: async ({ id, accept }: { id: string; accept: boolean }) =>
      asDocument<{ interviewer_id: string; queued: number }>(
        unwrap(
          await supabase.rpc("decide_proposal", {
            p_id: id,
            p_accept: accept,
            p_wait_seconds: waitSeconds,
          }),
        ),
      ),
  });
