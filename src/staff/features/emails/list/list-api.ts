import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Tables } from "../../../../lib/supabase/database.types";
import { fetchAll } from "../../../../lib/supabase/fetch-all";
import { fetchInBatches } from "../../../../lib/supabase/fetch-in-batches";
import { fetchPage } from "../../../../lib/supabase/fetch-page";
import { supabase } from "../../../../lib/supabase/staff-client";
import { asRowsOf } from "../../../../lib/supabase/typed-results";
import { spanOf } from "../../../lists/past-days";
import { type EmailFilters, readStatus } from "../shared/email-filters";
import { subjectOf } from "../shared/email-words";

/** Rows of so many parts that a page has fewer than 300: it opens and scrolls without a stutter. */
export const pageSize = 15;

const columns = "id, kind, to_name, to_email, subject, status, created_at";

function listedEmails({ q, to, employer }: EmailFilters, count?: "exact") {
  const all = supabase.from("email_list").select(columns, { count });
  if (!q && !to && !employer) return all;
  const found = supabase
    .rpc(
      "search_emails",
      { p_text: q, p_recipient: to, p_employer: employer ?? undefined },
      { count },
    )
    .select(columns);
  return asRowsOf(all, found);
}

export function filteredEmails(filters: EmailFilters, count?: "exact") {
  const { after, before } = spanOf(filters.dates);
  const { status, group } = readStatus(filters.status);
  let query = listedEmails(filters, count);
  if (group) query = query.eq("status_group", group);
  if (status) query = query.eq("status", status);
  if (filters.kind) query = query.eq("kind", filters.kind);
  if (filters.batch) query = query.eq("batch_id", filters.batch);
  if (after) query = query.gte("created_at", after.toISOString());
  if (before) query = query.lt("created_at", before.toISOString());
  return query.order("created_at", { ascending: false }).order("id");
}

export type ListedEmail = Pick<
  Tables<"emails">,
  "id" | "kind" | "to_name" | "to_email" | "subject" | "status" | "created_at"
>;

/** Asked for the emails that are shown: as a part of each row it would be of all those before them too. */
export async function withSchedules(emails: readonly ListedEmail[]) {
  const rows = await fetchInBatches(
    emails.map(({ id }) => id),
    (ids) =>
      fetchAll(() =>
        supabase
          .from("email_schedules")
          .select("email_id, schedule:schedules(id, on_date, oci:ocis(employer:employers(name)))")
          .in("email_id", ids)
          .order("email_id")
          .order("schedule_id"),
      ),
  );
  const schedules = new Map<string, (typeof rows)[number]["schedule"][]>();
  const byDay = rows.toSorted((a, b) => a.schedule.on_date.localeCompare(b.schedule.on_date));
  for (const { email_id, schedule } of byDay) {
    schedules.set(email_id, [...(schedules.get(email_id) ?? []), schedule]);
  }
  return emails.map((email) => {
    const about = schedules.get(email.id) ?? [];
    return { ...email, schedules: about, subject: subjectOf(email, about) };
  });
}

export const emailListQuery = (filters: EmailFilters) =>
  queryOptions({
    queryKey: ["emails", "list", filters],
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    queryFn: async () => {
      const query = filteredEmails(filters, "exact");
      const { rows, total } = await fetchPage(query, filters.page, pageSize);
      return { rows: await withSchedules(rows), total };
    },
  });

export type EmailRow = NonNullable<
  Awaited<ReturnType<NonNullable<ReturnType<typeof emailListQuery>["queryFn"]>>>
>["rows"][number];

/** One short question every other second; while the tab is hidden, none. */
export const emailVersionQuery = queryOptions({
  queryKey: ["email-activity-version"],
  refetchInterval: 2000,
  queryFn: async () => (await supabase.rpc("email_activity_version").throwOnError()).data,
});
