import { queryOptions } from "@tanstack/react-query";
import type { Tables } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";
import { isInFlight } from "../emails/api";

export type StudentNotification = Tables<"student_link_states">;

/** What each student of a schedule was last sent; also those notified and then removed. */
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
