import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import type { Tables } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";

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
    mutationFn: async ({ applicationId, status }: StatusChange) => {
      await supabase
        .from("applications")
        .update({ status })
        .eq("id", applicationId)
        .select("id")
        .single()
        .throwOnError();
    },
  });

/** Gives an applicant a slot, if one is named, and makes an alternate a preselected one. */
export const usePlaceApplicant = () =>
  useMutation({
    mutationFn: async (input: { applicant: Applicant; slotId: string | null }) => {
      unwrap(
        await supabase.rpc("place_applicant", {
          p_application_id: input.applicant.application_id,
          p_slot_id: input.slotId ?? undefined,
        }),
      );
    },
  });

interface Decline {
  applicant: Applicant;
  /** Is promoted into the slot that becomes free. */
  alternate: Applicant | null;
}

/** Also takes the applicant off the slot they hold. */
export const useDeclineApplicant = (onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async ({ applicant, alternate }: Decline) => {
      unwrap(
        await supabase.rpc("decline_applicant", {
          p_application_id: applicant.application_id,
          p_slot_id: applicant.slot_id ?? undefined,
          p_alternate_id: alternate?.application_id,
        }),
      );
    },
  });
