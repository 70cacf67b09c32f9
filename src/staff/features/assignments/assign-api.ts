import { useMutation } from "@tanstack/react-query";
import { isDuplicate, unwrap } from "../../../lib/errors/domain-error";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";
import { alreadyThere } from "../interviewers/api";

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

/** With the employer, and whether they share the address of someone who is there already. */
type Created = NewInterviewer & { employer_id: string; shares_email: boolean };

export const emptyPerson: NewInterviewer = {
  full_name: "",
  email: "",
  title: "",
  is_recruiter: false,
};

export const useAssignInterviewers = () =>
  useMutation({
    mutationFn: async (input: {
      scheduleId: string;
      interviewerIds: string[];
      created?: Created;
    }) => {
      const { scheduleId, interviewerIds, created } = input;
      const result = await supabase.rpc("assign_interviewers", {
        p_schedule_id: scheduleId,
        p_interviewer_ids: interviewerIds,
        p_new: created && { ...created },
      });
      if (created && isDuplicate(result.error)) throw await alreadyThere(created, result.error);
      return unwrap(result);
    },
  });

export interface Replacement {
  scheduleId: string;
  oldId: string;
  /** Absent: `created` is added to the employer's people. */
  newId?: string;
  created?: Created;
  /** Absent: nobody is notified. */
  waitSeconds?: number;
}

/** How many people will be notified, and the new interviewer's id. */
export const useReplaceInterviewer = () =>
  useMutation({
    mutationFn: async ({ scheduleId, oldId, newId, created, waitSeconds }: Replacement) => {
      const result = await supabase.rpc("replace_interviewer", {
        p_schedule_id: scheduleId,
        p_old: oldId,
        p_new: newId,
        p_person: created && { ...created },
        p_wait_seconds: waitSeconds,
      });
      if (created && isDuplicate(result.error)) throw await alreadyThere(created, result.error);
      return asDocument<{ interviewer_id: string; queued: number }>(unwrap(result));
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
