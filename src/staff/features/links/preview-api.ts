import { queryOptions } from "@tanstack/react-query";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";

/** Who would be sent the link, and who already has an up-to-date email. */
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

/** What sending for these schedules would do now, one row a person and schedule. */
export const sendPlanQuery = (scheduleIds: string[]) =>
  queryOptions({
    queryKey: ["send-preview", scheduleIds],
    staleTime: 0,
    queryFn: () =>
      fetchAll(() =>
        supabase
          .rpc("preview_interview_links", {
            p_schedule_ids: scheduleIds,
            p_bulk: true,
            p_include_unchanged: false,
          })
          .order("on_date")
          .order("starts_at")
          .order("schedule_id")
          .order("interviewer_id"),
      ),
  });

export type SendRow = Awaited<
  ReturnType<NonNullable<ReturnType<typeof sendPlanQuery>["queryFn"]>>
>[number];

/** Who would be notified now, and who already has an up-to-date email. */
export const notifyPreviewQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: ["notify-preview", scheduleId],
    staleTime: 0,
    queryFn: async () => {
      const { data } = await supabase
        .rpc("preview_student_links", {
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
