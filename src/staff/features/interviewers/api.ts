import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../lib/supabase-staff";

export const employerInterviewersQuery = (employerId: string) =>
  queryOptions({
    queryKey: ["interviewers", "of-employer", employerId],
    queryFn: async () => {
      const { data } = await supabase
        .from("interviewers")
        .select("id, full_name, email, title, is_recruiter")
        .eq("employer_id", employerId)
        .is("archived_at", null)
        .order("full_name")
        .throwOnError();
      return data;
    },
  });
