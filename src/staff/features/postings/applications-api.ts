import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import type { Tables, TablesInsert } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";

export type ApplicationStatus = Tables<"applications">["status"];

/** A posting's applicants, in the order in which they are placed. */
export const applicationsQuery = (postingId: string) =>
  queryOptions({
    queryKey: ["applicants", "of-posting", postingId],
    queryFn: () =>
      fetchAll(() =>
        supabase
          .from("applications")
          .select("*, student:students(id, full_name, email, program, class_year)")
          .eq("job_posting_id", postingId)
          .order("rank")
          .order("created_at")
          .order("id"),
      ),
  });

export type Application = Awaited<
  ReturnType<NonNullable<ReturnType<typeof applicationsQuery>["queryFn"]>>
>[number];

export const useAddApplication = (options: { onError?: (error: Error) => void } = {}) =>
  useMutation({
    ...options,
    mutationFn: async (application: TablesInsert<"applications">) => {
      unwrap(await supabase.from("applications").insert(application));
    },
  });

export const useRemoveApplication = (options: {
  onSuccess: () => void;
  onError: (error: Error) => void;
}) =>
  useMutation({
    ...options,
    mutationFn: async (id: string) => {
      await supabase
        .from("applications")
        .delete()
        .eq("id", id)
        .select("id")
        .single()
        .throwOnError();
    },
  });

/** Writes the order of a status's applicants, all of them or none. */
export const usePlaceApplications = () =>
  useMutation({
    mutationFn: async ({ order, status }: { order: Application[]; status: ApplicationStatus }) => {
      const rows = order.map(({ id, job_posting_id, student_id }, n) => ({
        id,
        job_posting_id,
        student_id,
        status,
        rank: n + 1,
      }));
      await supabase.from("applications").upsert(rows).throwOnError();
    },
  });
