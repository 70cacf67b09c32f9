import { queryOptions } from "@tanstack/react-query";
import type { Tables } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";
import { isInFlight } from "../emails/api";

export type StudentNotification = Tables<"student_link_states">;

/** What each student of a schedule was told; also those who were told and taken off. */
export const studentNotificationsQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: ["link-states", "of-students", scheduleId],
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => isInFlight(status)) ? 1500 : 30_000,
    queryFn: async () => {
      const { data } = await supabase
        .from("student_link_states")
        .select("*")
        .eq("schedule_id", scheduleId)
        .order("full_name")
        .throwOnError();
      return data;
    },
  });

/** Who would be told now, and who holds an email that still says the truth. */
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
