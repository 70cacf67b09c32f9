import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { allOf, anyHoldsWords, holdsWords } from "../../../lib/like";
import { supabase } from "../../../lib/supabase-staff";
import { spanOf } from "../../past-days";
import { isInFlight } from "./api";
import { type EmailFilters, problemStates } from "./filters";

export const pageSize = 50;

const columns =
  "id, kind, to_name, to_email, subject, status, created_at, schedules:email_schedules(schedule:schedules(id, on_date, oci:ocis(employer:employers(name))))";

export function filteredEmails(filters: EmailFilters) {
  const { after, before } = spanOf(filters);
  let query = supabase.from("emails").select(columns, { count: "exact" });
  query = allOf(query, [
    ...holdsWords("search", filters.text),
    ...anyHoldsWords(["to_name", "to_email"], filters.recipient),
  ]);
  if (filters.status === "problems") query = query.in("status", problemStates);
  else if (filters.status) query = query.eq("status", filters.status);
  if (filters.kind) query = query.eq("kind", filters.kind);
  if (filters.batch) query = query.eq("batch_id", filters.batch);
  if (after) query = query.gte("created_at", after.toISOString());
  if (before) query = query.lt("created_at", before.toISOString());
  return query;
}

export const emailListQuery = (filters: EmailFilters) =>
  queryOptions({
    queryKey: ["emails", "list", filters],
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.rows.some(({ status }) => isInFlight(status)) ? 2000 : 30_000,
    queryFn: async () => {
      const from = (filters.page - 1) * pageSize;
      const { data, count, error } = await filteredEmails(filters)
        .order("created_at", { ascending: false })
        .order("id")
        .range(from, from + pageSize - 1);
      // PGRST103: this page lies behind the last one.
      if (error && error.code !== "PGRST103") throw error;
      return { rows: data ?? [], total: count ?? 0 };
    },
  });

export type EmailRow = NonNullable<
  Awaited<ReturnType<NonNullable<ReturnType<typeof emailListQuery>["queryFn"]>>>
>["rows"][number];
