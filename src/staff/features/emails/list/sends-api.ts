import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../../lib/supabase/staff-client";
import { asDocument } from "../../../../lib/supabase/typed-results";

const shownSends = 20;

const sends = () => supabase.from("email_batches").select("id, created_at, created_by, summary");

type Send = NonNullable<Awaited<ReturnType<typeof sends>>["data"]>[number];

const withCount = ({ summary, ...send }: Send) => ({
  ...send,
  queued: asDocument<{ queued?: number }>(summary).queued ?? 0,
});

/** The latest sends that queued anything, and the chosen one if it is older. */
export const latestSendsQuery = (chosenId: string | null) =>
  queryOptions({
    queryKey: ["email-sends", chosenId],
    refetchInterval: 30_000,
    queryFn: async () => {
      const { data } = await sends()
        .order("created_at", { ascending: false })
        .limit(shownSends)
        .throwOnError();
      const latest = data.map(withCount).filter(({ id, queued }) => queued > 0 || id === chosenId);
      if (chosenId === null || latest.some(({ id }) => id === chosenId)) return latest;
      const { data: chosen } = await sends().eq("id", chosenId).throwOnError();
      return [...latest, ...chosen.map(withCount)];
    },
  });
