import { queryOptions, useMutation } from "@tanstack/react-query";
import type { Facts, NoticeState } from "../../../lib/changes";
import { unwrap } from "../../../lib/errors/domain-error";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";

/** Whom notices of these schedules would go to, and what each would say: one row a person and schedule. */
export const noticesPreviewQuery = (scheduleIds: string[]) =>
  queryOptions({
    queryKey: ["notices", "preview", scheduleIds],
    staleTime: 0,
    enabled: scheduleIds.length > 0,
    refetchInterval: 30_000,
    queryFn: async () => {
      const rows = await fetchAll(() =>
        supabase
          .rpc("preview_notices", { p_schedule_ids: scheduleIds })
          .order("full_name")
          .order("person_id")
          .order("schedule_id"),
      );
      return rows.map((row) => ({
        ...row,
        state: row.state as NoticeState,
        facts: asDocument<Facts | null>(row.facts),
        last_facts: asDocument<Facts | null>(row.last_facts),
      }));
    },
  });

export type Notice = Awaited<
  ReturnType<NonNullable<ReturnType<typeof noticesPreviewQuery>["queryFn"]>>
>[number];

/** How many people of each of an OCI's schedules do not know yet what changed. */
export const ociNoticesQuery = (ociId: string) =>
  queryOptions({
    queryKey: ["notices", "of-oci", ociId],
    refetchInterval: 30_000,
    queryFn: async () => unwrap(await supabase.rpc("outstanding_notices", { p_oci_ids: [ociId] })),
  });

/** The same of every schedule, today or later. */
export const allNoticesQuery = queryOptions({
  queryKey: ["notices", "all"],
  refetchInterval: 30_000,
  queryFn: async () => unwrap(await supabase.rpc("schedules_to_notify")),
});

/** The notices of a schedule that wait for further edits before they leave. */
export const waitingNoticesQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: ["notices", "waiting", scheduleId],
    refetchInterval: ({ state }) => (state.data?.length ? 2_000 : 30_000),
    queryFn: async () => {
      const { data } = await supabase
        .from("emails")
        .select("id, due_at, to_name, email_schedules!inner(schedule_id)")
        .eq("email_schedules.schedule_id", scheduleId)
        .eq("status", "queued")
        .eq("kind", "change")
        .gt("due_at", new Date().toISOString())
        .order("due_at")
        .throwOnError();
      return data;
    },
  });

export const useSendNow = () =>
  useMutation({
    mutationFn: async (emailIds: string[]) =>
      unwrap(await supabase.rpc("send_emails_now", { p_email_ids: emailIds })),
  });

export const useCallOff = () =>
  useMutation({
    mutationFn: async (emailIds: string[]) =>
      unwrap(await supabase.rpc("call_off_emails", { p_email_ids: emailIds })),
  });
