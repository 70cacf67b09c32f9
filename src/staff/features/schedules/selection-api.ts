import { queryOptions } from "@tanstack/react-query";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { fetchInBatches } from "../../../lib/supabase/fetch-in-batches";
import { supabase } from "../../../lib/supabase/staff-client";
import { matchingOciIds } from "../ocis/api";
import type { BulkSearch } from "../ocis/shared/bulk-search";
import { type ComputedFields, computedFields } from "./shared/computed-fields";

const columns =
  `*, ${computedFields}, oci:ocis(employer:employers(name), posting:job_postings(title))` as const;

async function schedulesBy(column: "id" | "oci_id", ids: readonly string[]) {
  return fetchInBatches(ids, (chunk) =>
    fetchAll(() => {
      const query = supabase.from("schedules").select(columns).in(column, chunk);
      const ordered = query.order("on_date").order("id");
      return {
        range: (from, to) => ordered.range(from, to).overrideTypes<ComputedFields[]>(),
      };
    }),
  );
}

/** The schedules that the search params of a bulk path select; of OCIs, those not canceled. */
export const selectedSchedulesQuery = (search: BulkSearch) =>
  queryOptions({
    queryKey: ["schedules", "in-bulk", search],
    queryFn: async () => {
      if (search.schedule.length > 0) return byDay(await schedulesBy("id", search.schedule));
      const ocis = search.all ? await matchingOciIds(search) : search.oci;
      const schedules = await schedulesBy("oci_id", ocis);
      return byDay(schedules.filter(({ canceled_at }) => !canceled_at));
    },
  });

export const schedulesByIdQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ["schedules", "by-id", ids],
    queryFn: async () => byDay(await schedulesBy("id", ids)),
  });

export type SelectedSchedule = Awaited<ReturnType<typeof schedulesBy>>[number];

const byDay = (schedules: SelectedSchedule[]) =>
  schedules.sort((a, b) => a.on_date.localeCompare(b.on_date));
