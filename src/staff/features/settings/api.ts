import { queryOptions, useMutation } from "@tanstack/react-query";
import { DomainError, unwrap } from "../../../lib/errors/domain-error";
import type { Enums, TablesUpdate } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  staleTime: 5 * 60_000,
  queryFn: async () => (await supabase.from("settings").select("*").single().throwOnError()).data,
});

/** How well white text can be read on a color, and whether that is enough; null: it is no color. */
export const accentContrastQuery = (color: string) =>
  queryOptions({
    queryKey: ["accent-contrast", color],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { data } = await supabase.rpc("accent_contrast", { p_color: color }).throwOnError();
      return data[0] ?? null;
    },
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

export const logoQuery = queryOptions({
  queryKey: ["school-logo"],
  staleTime: 5 * 60_000,
  queryFn: async () =>
    (await supabase.from("school_logo").select("content, mime_type").maybeSingle().throwOnError())
      .data,
});

const maxLogoBytes = 200 * 1024;

export const useSaveLogo = () =>
  useMutation({
    mutationFn: async (file: File) => {
      if (file.size > maxLogoBytes) throw new DomainError("logo_too_large");
      unwrap(await supabase.rpc("save_school_logo", { p_content: await base64Of(file) }));
    },
  });

export const useRemoveLogo = () =>
  useMutation({
    mutationFn: async () => {
      unwrap(await supabase.rpc("remove_school_logo"));
    },
  });

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

export type StaffMember = { user_id: string; full_name: string; role: Enums<"staff_role"> };

export const useSaveSettings = () =>
  useMutation({
    mutationFn: async (changes: TablesUpdate<"settings">) => {
      unwrap(await supabase.from("settings").update(changes).eq("id", true).select("id").single());
    },
  });

export const useSetStaffRole = (onSuccess?: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async ({ user_id, role }: { user_id: string; role: Enums<"staff_role"> }) => {
      unwrap(
        await supabase
          .from("staff")
          .update({ role })
          .eq("user_id", user_id)
          .select("user_id")
          .single(),
      );
    },
  });

export const useRemoveStaff = (onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async (userId: string) => {
      unwrap(
        await supabase.from("staff").delete().eq("user_id", userId).select("user_id").single(),
      );
    },
  });
