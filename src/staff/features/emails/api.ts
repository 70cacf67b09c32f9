import { queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../lib/supabase-staff";

export const emailProblemsQuery = queryOptions({
  queryKey: ["email-problems"],
  refetchInterval: 60_000,
  queryFn: async () => (await supabase.rpc("email_problems").throwOnError()).data,
});
