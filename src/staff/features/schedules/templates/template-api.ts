import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../../lib/errors/domain-error";
import { supabase } from "../../../../lib/supabase/staff-client";
import { asDocument } from "../../../../lib/supabase/typed-results";
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
    pattern: asDocument<SlotPattern>(template.pattern),
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
      unwrap(
        await ("id" in draft
          ? table.update({ name }).eq("id", draft.id)
          : table.insert({ name, pattern: { ...draft.pattern } })
        )
          .select("id")
          .single(),
      );
    },
  });

export const useDeleteTemplate = (onSuccess: (deleted: Template) => void) =>
  useMutation({
    onSuccess: (_, deleted) => onSuccess(deleted),
    mutationFn: async ({ id }: Template) => {
      await supabase.from("schedule_templates").delete().eq("id", id).throwOnError();
    },
  });
