import { queryOptions, useMutation } from "@tanstack/react-query";
import type { Enums } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";

export const emailProblemsQuery = queryOptions({
  queryKey: ["email-problems"],
  refetchInterval: 60_000,
  queryFn: async () => (await supabase.rpc("emails_needing_attention").throwOnError()).data,
});

/** Whether its status changes within seconds: such a list is read again and again. */
export function isInFlight(status: Enums<"email_status"> | null): boolean {
  return status === "queued" || status === "sending";
}

export const isToStudent = (email: { kind: Enums<"email_kind">; student_id: string | null }) =>
  email.student_id !== null ||
  email.kind === "student_link" ||
  email.kind === "student_link_request";

/** The emails of one press of Send, read every second until all have arrived or failed. */
export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ["emails", "of-batch", batchId],
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => isInFlight(status)) ? 1000 : false,
    queryFn: () =>
      fetchAll(() =>
        supabase
          .from("emails")
          .select(
            "id, interviewer_id, to_name, to_email, status, last_error, unsent_reason, sent_at",
          )
          .eq("batch_id", batchId)
          .order("to_name")
          .order("id"),
      ),
  });

export type BatchEmail = Awaited<
  ReturnType<NonNullable<ReturnType<typeof batchQuery>["queryFn"]>>
>[number];

export const useRetryEmails = () =>
  useMutation({
    mutationFn: async (emailIds: string[]) =>
      (await supabase.rpc("retry_emails", { p_email_ids: emailIds }).throwOnError()).data,
  });
