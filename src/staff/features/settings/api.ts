import { queryOptions, useMutation } from "@tanstack/react-query";
import type { Tables, TablesUpdate } from "../../../lib/database.types";
import { supabase } from "../../../lib/supabase-staff";

export type Settings = Tables<"settings">;

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: async () => (await supabase.from("settings").select("*").single().throwOnError()).data,
});

export const staffQuery = queryOptions({
  queryKey: ["staff"],
  queryFn: async () => {
    const { data } = await supabase
      .from("staff")
      .select("user_id, full_name, role")
      .order("full_name")
      .throwOnError();
    return data;
  },
});

export const useSaveSettings = () =>
  useMutation({
    mutationFn: async (changes: TablesUpdate<"settings">) => {
      await supabase
        .from("settings")
        .update(changes)
        .eq("id", true)
        .select()
        .single()
        .throwOnError();
    },
  });
