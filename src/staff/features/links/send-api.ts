import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../lib/supabase/staff-client";

/** Who would be sent the link, and who holds an email that still says the truth. */
export const sendPreviewQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: ["send-preview", scheduleId],
    staleTime: 0,
    queryFn: async () => {
      const { data } = await supabase
        .rpc("preview_interview_links", {
          p_schedule_ids: [scheduleId],
          p_include_unchanged: false,
        })
        .throwOnError();
      return {
        unmet: data.find(({ outcome }) => outcome === "not_ready")?.unmet ?? [],
        people: data.filter(({ outcome }) => outcome !== "not_ready"),
      };
    },
  });

export type SendPreview = Awaited<
  ReturnType<NonNullable<ReturnType<typeof sendPreviewQuery>["queryFn"]>>
>;
