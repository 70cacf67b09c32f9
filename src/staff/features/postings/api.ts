import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import { supabase } from "../../../lib/supabase/staff-client";

export const employerPostingsQuery = (employerId: string) =>
  queryOptions({
    queryKey: ["postings", "of-employer", employerId],
    queryFn: async () => {
      const { data } = await supabase
        .from("job_postings")
        .select("id, title")
        .eq("employer_id", employerId)
        .is("archived_at", null)
        .order("title")
        .throwOnError();
      return data.map(({ id, title }) => ({ id, label: title }));
    },
  });

export const postingQuery = (id: string) =>
  queryOptions({
    queryKey: ["postings", id],
    queryFn: async () => {
      const { data } = await supabase
        .from("job_postings")
        .select("id, title, description, location, url, employer:employers(id, name)")
        .eq("id", id)
        .single()
        .throwOnError();
      return data;
    },
  });

export type Posting = Awaited<ReturnType<NonNullable<ReturnType<typeof postingQuery>["queryFn"]>>>;

/** Newest days first. */
export const postingOcisQuery = (postingId: string) =>
  queryOptions({
    queryKey: ["ocis", "of-posting", postingId],
    queryFn: async () => {
      const { data } = await supabase
        .from("oci_list")
        .select("id, name, season, first_date, last_date, schedules, archived_at")
        .eq("job_posting_id", postingId)
        .order("first_date", { ascending: false, nullsFirst: true })
        .throwOnError();
      return data;
    },
  });

export interface PostingDraft {
  id: string;
  title: string;
  location: string | null;
  url: string | null;
  description: string;
}

export const useSavePosting = () =>
  useMutation({
    mutationFn: async ({ id, ...changes }: PostingDraft) => {
      unwrap(
        await supabase.from("job_postings").update(changes).eq("id", id).select("id").single(),
      );
    },
  });
