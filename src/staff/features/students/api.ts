import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { supabase } from "../../../lib/supabase-staff";

export const studentSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ["students", "search", text],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const words = text
        .trim()
        .replaceAll(/[%_\\,()"]/g, " ")
        .split(/\s+/)
        .filter(Boolean);
      let query = supabase
        .from("students")
        .select("id, full_name, email, program, class_year")
        .is("archived_at", null);
      for (const word of words) query = query.or(`full_name.ilike.%${word}%,email.ilike.%${word}%`);
      const { data } = await query.order("full_name").limit(20).throwOnError();
      return data.map(({ id, full_name, email, program, class_year }) => ({
        id,
        label: full_name,
        note: [program, class_year].filter(Boolean).join(" "),
        detail: email,
      }));
    },
  });
