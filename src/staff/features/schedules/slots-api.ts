import { useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/rpc-result";
import type { Enums } from "../../../lib/supabase/database.types";
import { supabase } from "../../../lib/supabase/staff-client";

interface Saved {
  id: string;
}

interface CopyOptions {
  scheduleId: string;
  date: string;
  location: string;
  withInterviewers: boolean;
}

export const useCopySchedule = () =>
  useMutation({
    mutationFn: async ({ scheduleId, date, location, withInterviewers }: CopyOptions) => {
      const { data } = await supabase
        .rpc("copy_schedule", {
          p_id: scheduleId,
          p_on_date: date,
          p_location: location,
          p_with_interviewers: withInterviewers,
        })
        .throwOnError();
      return unwrap<Saved>(data);
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
      const { data } = await supabase
        .rpc("move_slot", { p_slot_id: slotId, p_starts_at: startsAt, p_ends_at: endsAt })
        .throwOnError();
      return unwrap<Saved>(data);
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
      const { data } = await supabase
        .rpc("add_slot", {
          p_schedule_id: scheduleId,
          p_starts_at: startsAt,
          p_ends_at: endsAt,
          p_kind: kind,
          p_label: label,
        })
        .throwOnError();
      return unwrap<Saved>(data);
    },
  });

export const useRemoveSlot = (onSuccess: () => void) =>
  useMutation({
    onSuccess,
    mutationFn: async (slotId: string) => {
      const { data } = await supabase.rpc("remove_slot", { p_slot_id: slotId }).throwOnError();
      return unwrap<Saved>(data);
    },
  });

export const useShiftSchedule = () =>
  useMutation({
    mutationFn: async (input: { scheduleId: string; minutes: number }) => {
      const { data } = await supabase
        .rpc("shift_schedule", { p_id: input.scheduleId, p_minutes: input.minutes })
        .throwOnError();
      return unwrap<Saved>(data);
    },
  });

export const useSetSlotInterviewers = () =>
  useMutation({
    /** Nobody named: everyone of the schedule takes the slot. */
    mutationFn: async (input: { slotId: string; interviewerIds: string[] }) => {
      const { data } = await supabase
        .rpc("set_slot_interviewers", {
          p_slot_id: input.slotId,
          p_interviewer_ids: input.interviewerIds,
        })
        .throwOnError();
      return unwrap<Saved>(data);
    },
  });
