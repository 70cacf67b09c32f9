import { useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import { supabase } from "../../../lib/supabase/staff-client";

/** studentId null empties the slot. */
export async function assignStudent(input: { slotId: string; studentId: string | null }) {
  unwrap(
    await supabase.rpc("assign_student", {
      p_slot_id: input.slotId,
      p_student_id: input.studentId ?? undefined,
    }),
  );
}

export const useAssignStudent = (onSuccess?: () => void) =>
  useMutation({ onSuccess, mutationFn: assignStudent });

export interface NewInterviewer {
  full_name: string;
  email: string;
  title: string;
  is_recruiter: boolean;
}

export const useAssignInterviewers = () =>
  useMutation({
    mutationFn: async (input: {
      scheduleId: string;
      interviewerIds: string[];
      created?: NewInterviewer;
    }) => {
      return unwrap(
        await supabase.rpc("assign_interviewers", {
          p_schedule_id: input.scheduleId,
          p_interviewer_ids: input.interviewerIds,
          p_new: input.created && { ...input.created },
        }),
      );
    },
  });

export async function removeInterviewer(input: { scheduleId: string; interviewerId: string }) {
  await supabase
    .from("schedule_interviewers")
    .delete()
    .eq("schedule_id", input.scheduleId)
    .eq("interviewer_id", input.interviewerId)
    .throwOnError();
}
