import { queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import type { Database } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";

type PlanRow = Database["public"]["Functions"]["plan_assignments"]["Returns"][number];

/** slot_id null: there is no slot for this student. */
export type Placement = Omit<PlanRow, "slot_id"> & { slot_id: string | null };

export type OciSlot = Awaited<ReturnType<typeof fetchOciSlots>>[number];

const ociSlotColumns =
  "id, starts_at, ends_at, student_id, outcome, student:students(full_name), schedule:schedules!inner(*)";

const fetchOciSlots = (ociId: string) =>
  fetchAll(() =>
    supabase
      .from("slots")
      .select(ociSlotColumns)
      .eq("kind", "interview")
      .eq("schedule.oci_id", ociId)
      .is("schedule.canceled_at", null)
      .order("starts_at")
      .order("id"),
  );

/** The interviews of all the days of an OCI that are not canceled. */
export const ociSlotsQuery = (ociId: string) =>
  queryOptions({ queryKey: ["slots", "of-oci", ociId], queryFn: () => fetchOciSlots(ociId) });

/** What Auto-assign would do as things stand now: never an older plan. */
export const planQuery = (scheduleIds: string[]) =>
  queryOptions({
    queryKey: ["assignment-plan", scheduleIds],
    staleTime: 0,
    gcTime: 0,
    queryFn: async (): Promise<Placement[]> => {
      const { data } = await supabase
        .rpc("plan_assignments", { p_schedule_ids: scheduleIds })
        .throwOnError();
      return data;
    },
  });

export const useApplyPlan = (onSuccess: (changeId: string, plan: Placement[]) => void) =>
  useMutation({
    onSuccess,
    mutationFn: async (plan: Placement[]) => {
      return unwrap(
        await supabase.rpc("apply_assignments", {
          p_plan: plan.map(({ slot_id, student_id }) => ({ slot_id, student_id })),
        }),
      );
    },
  });

export interface Swap {
  slotId: string;
  /** An empty one makes it a move. */
  otherSlotId: string;
  /** What to say when it is done. */
  text: string;
}

export const useSwapStudents = (onSuccess: (changeId: string, swap: Swap) => void) =>
  useMutation({
    onSuccess,
    mutationFn: async ({ slotId, otherSlotId }: Swap) => {
      return unwrap(
        await supabase.rpc("swap_students", { p_slot_id: slotId, p_other_slot_id: otherSlotId }),
      );
    },
  });

export const useUndoAssignments = (onError: (error: Error) => void) =>
  useMutation({
    onError,
    mutationFn: async (changeId: string) => {
      return unwrap(await supabase.rpc("undo_assignments", { p_change_id: changeId }));
    },
  });
