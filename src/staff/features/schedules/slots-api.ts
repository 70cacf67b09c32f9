import { useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import type { Enums } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";

interface CopyOptions {
  scheduleId: string;
  date: string;
  location: string;
  withInterviewers: boolean;
}

export const useCopySchedule = () =>
  useMutation({
    mutationFn: async ({ scheduleId, date, location, withInterviewers }: CopyOptions) => {
      return {
        id: unwrap(
          await supabase.rpc("copy_schedule", {
            p_id: scheduleId,
            p_on_date: date,
            p_location: location,
            p_with_interviewers: withInterviewers,
          }),
        ),
      };
    },
  });

export interface SlotTimes {
  slotId: string;
  startsAt: string;
  endsAt: string;
}

export const useMoveSlot = () =>
  useMutation({
    mutationFn: async ({ slotId, startsAt, endsAt }: SlotTimes) => {
      unwrap(
        await supabase.rpc("move_slot", {
          p_slot_id: slotId,
          p_starts_at: startsAt,
          p_ends_at: endsAt,
        }),
      );
    },
  });

export interface NewSlot {
  scheduleId: string;
  startsAt: string;
  endsAt: string;
  kind: Enums<"slot_kind">;
  /** What a break is called. */
  label: string;
}

export const useAddSlot = (onError?: (error: Error) => void) =>
  useMutation({
    onError,
    mutationFn: async ({ scheduleId, startsAt, endsAt, kind, label }: NewSlot) => {
      unwrap(
        await supabase.rpc("add_slot", {
          p_schedule_id: scheduleId,
          p_starts_at: startsAt,
          p_ends_at: endsAt,
          p_kind: kind,
          p_label: label,
        }),
      );
    },
  });

export const useRemoveSlot = (onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async (slotId: string) => {
      unwrap(await supabase.rpc("remove_slot", { p_slot_id: slotId }));
    },
  });

export const useShiftSchedule = () =>
  useMutation({
    mutationFn: async (input: { scheduleId: string; minutes: number }) => {
      unwrap(
        await supabase.rpc("shift_schedule", { p_id: input.scheduleId, p_minutes: input.minutes }),
      );
    },
  });

export const useSetSlotInterviewers = () =>
  useMutation({
    /** Nobody named: everyone of the schedule takes the slot. */
    mutationFn: async (input: { slotId: string; interviewerIds: string[] }) => {
      unwrap(
        await supabase.rpc("set_slot_interviewers", {
          p_slot_id: input.slotId,
          p_interviewer_ids: input.interviewerIds,
        }),
      );
    },
  });
