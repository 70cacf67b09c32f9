import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../lib/supabase-staff";

export const employerSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ["employers", "search", text],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { data } = await supabase
        .from("employers")
        .select("id, name")
        .is("archived_at", null)
        .ilike("name", `%${text.trim().replaceAll(/[%_\\]/g, "\\$&")}%`)
        .order("name")
        .limit(20)
        .throwOnError();
      return data.map(({ id, name }) => ({ id, label: name }));
    },
  });
