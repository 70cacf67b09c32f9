import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";
import { waitSeconds } from "../links/shared/use-notifying-action";

/** What recruiters propose and nobody has answered yet, the oldest first. */
export const openProposalsQuery = queryOptions({
  queryKey: ["proposals"],
  refetchInterval: 30_000,
  queryFn: async () => {
    const { data } = await supabase
      .from("open_proposals")
      .select("*")
      .order("created_at")
      .limit(200)
      .throwOnError();
    return data;
  },
});

export type OpenProposal = Awaited<
  ReturnType<NonNullable<(typeof openProposalsQuery)["queryFn"]>>
>[number];

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
