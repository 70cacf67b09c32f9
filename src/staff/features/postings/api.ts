import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../lib/supabase-staff";

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
        .select("id, title, description, location, url, employer:employers(name)")
        .eq("id", id)
        .single()
        .throwOnError();
      return data;
    },
  });
