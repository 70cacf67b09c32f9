import { queryOptions, useMutation } from "@tanstack/react-query";
import { isDuplicate } from "../../../../lib/errors/constraint-error";
import { DomainError } from "../../../../lib/errors/rpc-result";
import { supabase } from "../../../../lib/supabase/staff-client";
import type { SlotPattern } from "../api";

export type Template = Awaited<ReturnType<typeof fetchTemplates>>[number];

async function fetchTemplates() {
  const { data } = await supabase
    .from("schedule_templates")
    .select("id, name, pattern")
    .order("name")
    .throwOnError();
  return data.map((template) => ({
    ...template,
    pattern: template.pattern as unknown as SlotPattern,
  }));
}

export const templatesQuery = queryOptions({ queryKey: ["templates"], queryFn: fetchTemplates });

/** A new one has its pattern, an old one is renamed. */
type Draft = { name: string } & ({ pattern: SlotPattern } | { id: string });

export const useSaveTemplate = () =>
  useMutation({
    mutationFn: async (draft: Draft) => {
      const name = draft.name.trim();
      const table = supabase.from("schedule_templates");
      const { error } = await ("id" in draft
        ? table.update({ name }).eq("id", draft.id)
        : table.insert({ name, pattern: { ...draft.pattern } })
      )
        .select("id")
        .single();
      if (!error) return;
      if (!isDuplicate(error)) throw Object.assign(new Error(error.message), error);
      throw new DomainError({
        field: "name",
        message: "There is a template of this name already.",
      });
    },
  });

export const useDeleteTemplate = (onSuccess: (deleted: Template) => void) =>
  useMutation({
    onSuccess: (_, deleted) => onSuccess(deleted),
    mutationFn: async ({ id }: Template) => {
      await supabase.from("schedule_templates").delete().eq("id", id).throwOnError();
    },
  });
