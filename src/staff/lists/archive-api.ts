import { supabase } from "../../lib/supabase/staff-client";

export type Archivable = "employers" | "interviewers" | "students";

/** Out of use, or back: nothing is deleted, so that what happened keeps its names. */
export async function setArchived(table: Archivable, id: string, isArchived: boolean) {
  await supabase
    .from(table)
    .update({ archived_at: isArchived ? new Date().toISOString() : null })
    .eq("id", id)
    .select("id")
    .single()
    .throwOnError();
}
