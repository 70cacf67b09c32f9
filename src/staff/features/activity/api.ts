import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchPage } from "../../../lib/supabase/fetch-page";
import { supabase } from "../../../lib/supabase/staff-client";
import { asRowsOf } from "../../../lib/supabase/typed-results";
import { spanOf } from "../../lists/past-days";
import { type ActivityFilters, kinds } from "./filters";

export const pageSize = 40;

function listedActivity(text: string) {
  const all = supabase.from("activity").select("*", { count: "exact" });
  if (!text) return all;
  const found = supabase.rpc("search_activity", { p_text: text }, { count: "exact" });
  return asRowsOf(all, found);
}

function filteredActivity(filters: ActivityFilters) {
  const { after, before } = spanOf(filters.dates);
  const tables = kinds.find(({ id }) => id === filters.kind)?.tables;
  let query = listedActivity(filters.q);
  if (tables) query = query.in("about", tables);
  if (filters.by) query = query.eq("actor_id", filters.by);
  if (filters.oci) query = query.eq("oci_id", filters.oci);
  if (filters.schedule) query = query.eq("schedule_id", filters.schedule);
  if (after) query = query.gte("at", after.toISOString());
  if (before) query = query.lt("at", before.toISOString());
  return query.order("at", { ascending: false }).order("id", { ascending: false });
}

export const activityListQuery = (filters: ActivityFilters) =>
  queryOptions({
    queryKey: ["activity", "list", filters],
    placeholderData: keepPreviousData,
    queryFn: () => fetchPage(filteredActivity(filters), filters.page, pageSize),
  });

const latestCount = 8;

/** The latest activity of an OCI or a schedule. */
export const latestActivityQuery = (of: { oci: string } | { schedule: string }) =>
  queryOptions({
    queryKey: ["activity", "latest", of],
    queryFn: async () => {
      const query = supabase.from("activity").select("*", { count: "exact" });
      const { data, count } = await ("oci" in of
        ? query.eq("oci_id", of.oci)
        : query.eq("schedule_id", of.schedule)
      )
        .order("at", { ascending: false })
        .order("id", { ascending: false })
        .limit(latestCount)
        .throwOnError();
      return { rows: data, total: count ?? 0 };
    },
  });

/** What was done to a schedule after it was released, oldest first. */
export const changesSinceQuery = (scheduleId: string, releasedAt: string) =>
  queryOptions({
    queryKey: ["activity", "since", scheduleId, releasedAt],
    queryFn: async () => {
      const { data } = await supabase
        .from("activity")
        .select("*")
        .eq("schedule_id", scheduleId)
        .in("action", ["schedules.update", "slots.move", "slots.add", "slots.remove"])
        .gt("at", releasedAt)
        .order("at")
        .order("id")
        .throwOnError();
      return data;
    },
  });
