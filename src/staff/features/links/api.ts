import { queryOptions } from "@tanstack/react-query";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { fetchInBatches } from "../../../lib/supabase/fetch-in-batches";
import { supabase } from "../../../lib/supabase/staff-client";
import { matchingOciIds } from "../ocis/api";

const columns = "*, oci:ocis(employer:employers(name), posting:job_postings(title))";

async function schedulesBy(column: "id" | "oci_id", ids: readonly string[]) {
  return fetchInBatches(ids, (chunk) =>
    fetchAll(() =>
      supabase.from("schedules").select(columns).in(column, chunk).order("on_date").order("id"),
    ),
  );
}

/** The schedules that a search of searchForOcis or searchForSchedules means; of OCIs, those not cancelled. */
export const bulkSchedulesQuery = (params: URLSearchParams) =>
  queryOptions({
    queryKey: ["schedules", "in-bulk", params.toString()],
    queryFn: async () => {
      const chosen = params.getAll("schedule");
      if (chosen.length > 0) return byDay(await schedulesBy("id", chosen));
      const ocis = params.has("all") ? await matchingOciIds(params) : params.getAll("oci");
      const schedules = await schedulesBy("oci_id", ocis);
      return byDay(schedules.filter(({ cancelled_at }) => !cancelled_at));
    },
  });

export const schedulesByIdQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ["schedules", "by-id", ids],
    queryFn: async () => byDay(await schedulesBy("id", ids)),
  });

export type BulkSchedule = Awaited<ReturnType<typeof schedulesBy>>[number];

const byDay = (schedules: BulkSchedule[]) =>
  schedules.sort((a, b) => a.on_date.localeCompare(b.on_date));

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

export interface BatchSummary {
  queued: number;
  unchanged: number;
  not_ready: { schedule_id: string; unmet: string[] }[];
}

/** One press of Send: who pressed it, and what was left out. */
export const batchHeadQuery = (id: string) =>
  queryOptions({
    queryKey: ["batches", id],
    queryFn: async () => {
      const { data } = await supabase
        .from("email_batches")
        .select("created_at, created_by, summary")
        .eq("id", id)
        .single()
        .throwOnError();
      return { ...data, summary: data.summary as unknown as BatchSummary };
    },
  });
