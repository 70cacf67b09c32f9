import { queryOptions, useMutation } from "@tanstack/react-query";
import { accept } from "../../../lib/answer";
import type { Tables } from "../../../lib/database.types";
import { fetchAll } from "../../../lib/fetch-all";
import { supabase } from "../../../lib/supabase-staff";

export type Applicant = Tables<"applicants">;

/** In the order in which they are placed. */
export const ociApplicantsQuery = (ociId: string) =>
  queryOptions({
    queryKey: ["applicants", "of-oci", ociId],
    queryFn: () =>
      fetchAll(() =>
        supabase
          .from("applicants")
          .select("*")
          .eq("oci_id", ociId)
          .order("rank")
          .order("full_name")
          .order("application_id"),
      ),
  });

async function setStatus(applicationId: string, status: Applicant["status"]) {
  await supabase
    .from("applications")
    .update({ status })
    .eq("id", applicationId)
    .select("id")
    .single()
    .throwOnError();
}

async function assign(slotId: string, studentId: string | undefined) {
  const { data } = await supabase
    .rpc("assign_student", { p_slot_id: slotId, p_student_id: studentId })
    .throwOnError();
  accept(data);
}

interface StatusChange {
  applicationId: string;
  status: Applicant["status"];
  /** Runs also when the row has moved to another list by then. */
  onDone?: () => void;
}

export const useSetApplicationStatus = (onError: (error: Error) => void) =>
  useMutation({
    onError,
    onSuccess: (_, { onDone }) => onDone?.(),
    mutationFn: ({ applicationId, status }: StatusChange) => setStatus(applicationId, status),
  });

/** Gives an applicant a slot, if one is named, and makes an alternate a preselected one. */
export const usePlaceApplicant = (onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async (input: { applicant: Applicant; slotId: string | null }) => {
      const { student_id, application_id, status } = input.applicant;
      // The slot comes first: a refusal then leaves everything as it was.
      if (input.slotId) await assign(input.slotId, student_id);
      if (status !== "preselected") await setStatus(application_id, "preselected");
    },
  });

/** Also takes the applicant off the slot they hold. */
export const useDeclineApplicant = (onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async ({ slot_id, application_id }: Applicant) => {
      if (slot_id) await assign(slot_id, undefined);
      await setStatus(application_id, "declined");
    },
  });
