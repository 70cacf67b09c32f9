import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Database } from "../../../../lib/supabase/database.types";
import { supabase } from "../../../../lib/supabase/staff-client";
import { spanOf } from "../../../lists/past-days";
import { type EmailFilters, readStatus } from "../shared/email-filters";

/** The emails of an hour, a day, a week or a month, by status group. */
export type EmailCounts = Database["public"]["Functions"]["email_counts"]["Returns"][number];

export const emailCountsQuery = ({ page: _page, ...filters }: EmailFilters) =>
  queryOptions({
    queryKey: ["emails", "counts", filters],
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    queryFn: async () => {
      const { after, before } = spanOf(filters.dates);
      const { status, group } = readStatus(filters.status);
      const { data } = await supabase
        .rpc("email_counts", {
          p_text: filters.q,
          p_recipient: filters.to,
          p_employer: filters.employer ?? undefined,
          p_kind: filters.kind ?? undefined,
          p_batch: filters.batch ?? undefined,
          p_status: status,
          p_group: group,
          p_after: after?.toISOString(),
          p_before: before?.toISOString(),
        })
        .throwOnError();
      return data;
    },
  });
