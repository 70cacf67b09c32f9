import { queryOptions, useMutation } from "@tanstack/react-query";
import { constraintError } from "../../../lib/errors/constraint-error";
import { DomainError } from "../../../lib/errors/rpc-result";
import type { Enums, TablesUpdate } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  staleTime: 5 * 60_000,
  queryFn: async () => (await supabase.from("settings").select("*").single().throwOnError()).data,
});

export const staffQuery = queryOptions({
  queryKey: ["staff"],
  staleTime: 5 * 60_000,
  queryFn: async () => {
    const { data } = await supabase
      .from("staff")
      .select("user_id, full_name, role")
      .order("full_name")
      .throwOnError();
    return data;
  },
});

export type StaffMember = { user_id: string; full_name: string; role: Enums<"staff_role"> };

export const useSaveSettings = () =>
  useMutation({
    mutationFn: async (changes: TablesUpdate<"settings">) => {
      const { error } = await supabase
        .from("settings")
        .update(changes)
        .eq("id", true)
        .select("id")
        .single();
      if (error) throw refusalOf(error);
    },
  });

export const useSetStaffRole = (onSuccess?: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async ({ user_id, role }: { user_id: string; role: Enums<"staff_role"> }) => {
      const { error } = await supabase
        .from("staff")
        .update({ role })
        .eq("user_id", user_id)
        .select("user_id")
        .single();
      if (error) throw refusalOf(error);
    },
  });

export const useRemoveStaff = (onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async (userId: string) => {
      const { error } = await supabase
        .from("staff")
        .delete()
        .eq("user_id", userId)
        .select("user_id")
        .single();
      if (error) throw refusalOf(error);
    },
  });

const messages: Record<string, string> = {
  sender_email: "Enter an address like name@example.com.",
  reply_to: "Enter an address like name@example.com, or leave it empty.",
  support_email: "Enter an address like name@example.com.",
  time_zone: "Choose a time zone from the list.",
};

/** The last-admin rule speaks for itself; the table's constraints do not. */
function refusalOf(error: { code: string; message: string }): Error {
  const rule = /The last admin .+/.exec(error.message)?.[0];
  return rule
    ? new DomainError({ field: "role", message: rule })
    : constraintError(error, messages);
}
