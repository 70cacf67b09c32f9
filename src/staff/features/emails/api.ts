import { queryOptions, useMutation } from "@tanstack/react-query";
import { callFunction } from "../../../lib/supabase/call-function";
import type { Enums } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";

export const emailProblemsQuery = queryOptions({
  queryKey: ["email-problems"],
  refetchInterval: 60_000,
  queryFn: async () => (await supabase.rpc("email_problems").throwOnError()).data,
});

/** Whether its status changes within seconds: such a list is read again and again. */
export function isInFlight(status: Enums<"email_status"> | null): boolean {
  return status === "queued" || status === "sending";
}

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
          .select("id, interviewer_id, to_name, to_email, status, last_error, sent_at")
          .eq("batch_id", batchId)
          .order("to_name")
          .order("id"),
      ),
  });

export type BatchEmail = Awaited<
  ReturnType<NonNullable<ReturnType<typeof batchQuery>["queryFn"]>>
>[number];

export interface InterviewLinksRequest {
  /** Sending twice with the same one sends once. */
  requestId: string;
  scheduleIds: string[];
  /** Absent: everyone assigned. */
  interviewerIds?: string[];
  bulk?: boolean;
  includeUnchanged?: boolean;
}

export interface StudentLinksRequest {
  requestId: string;
  scheduleIds: string[];
  /** Absent: every student assigned, and whoever was told of an interview they no longer have. */
  studentIds?: string[];
  includeUnchanged?: boolean;
}

export interface SendResult {
  batchId: string;
  repeated: boolean;
  queued: number;
  unchanged: number;
  notReady: { scheduleId: string; unmet: string[] }[];
}

export const sendInterviewLinks = (request: InterviewLinksRequest) =>
  callAsMe<SendResult>("send-interview-links", request);

export const useSendInterviewLinks = () => useMutation({ mutationFn: sendInterviewLinks });

export const sendStudentLinks = (request: StudentLinksRequest) =>
  callAsMe<SendResult>("send-student-links", request);

export const useSendStudentLinks = () => useMutation({ mutationFn: sendStudentLinks });

export const useRetryEmails = () =>
  useMutation({
    mutationFn: async (emailIds: string[]) =>
      (await supabase.rpc("retry_emails", { p_email_ids: emailIds }).throwOnError()).data,
  });

/** The working link as it is now. The database records who asked for it. */
export const useRevealInterviewLink = () =>
  useMutation({
    mutationFn: async (whose: { emailId: string } | { personId: string }) =>
      (await callAsMe<{ url: string }>("reveal-interview-link", whose)).url,
  });

export const useResetInterviewLink = () =>
  useMutation({
    mutationFn: async (personId: string) => {
      await supabase.rpc("reset_access_link", { p_person_id: personId }).throwOnError();
    },
  });

async function callAsMe<T>(name: string, body: unknown): Promise<T> {
  const { data } = await supabase.auth.getSession();
  return callFunction<T>(name, body, data.session?.access_token);
}
