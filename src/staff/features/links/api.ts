import { useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import { callAsMe } from "../../../lib/supabase/call-as-me";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";

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
  /** Absent: every student assigned, and whoever was notified of an interview they no longer have. */
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

export const useLiftSuppression = () =>
  useMutation({
    mutationFn: async (email: string) =>
      unwrap(await supabase.rpc("lift_suppression", { p_email: email })),
  });

interface Correction {
  /** Correcting twice with the same one sends once. */
  requestId: string;
  personId: string;
  email: string;
  scheduleIds: string[];
}

/** What is queued leaves within a minute. */
export const useCorrectAddress = () =>
  useMutation({
    mutationFn: async ({ requestId, personId, email, scheduleIds }: Correction) =>
      asDocument<{ batch_id: string; queued: number }>(
        unwrap(
          await supabase.rpc("correct_address", {
            p_request_id: requestId,
            p_person_id: personId,
            p_email: email,
            p_schedule_ids: scheduleIds,
          }),
        ),
      ),
  });

export interface NoticesRequest {
  requestId: string;
  scheduleIds: string[];
  /** Absent: everyone who does not know yet. */
  personIds?: string[];
  /** How long further edits are waited for, to be in the same email. */
  waitSeconds?: number;
}

export const sendNotices = (request: NoticesRequest) =>
  callAsMe<SendResult>("send-notices", request);

export const useSendNotices = () => useMutation({ mutationFn: sendNotices });

/** What a person would be sent about these schedules. */
export interface TestEmail {
  personId: string;
  name: string;
  scheduleIds: string[];
  kind: "interview_link" | "student_link" | "change";
}

/** The address it was sent to: the caller's own. */
export const useSendTestEmail = () =>
  useMutation({
    mutationFn: ({ personId, scheduleIds, kind }: TestEmail) =>
      callAsMe<{ to: string }>("send-test-email", { personId, scheduleIds, kind }),
  });
