import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { unwrap } from "../../../lib/errors/domain-error";
import { explainError } from "../../../lib/errors/explain-error";
import type { Enums, Json, Tables } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";
import { showToast } from "../../../ui/feedback/toast";
import { isInFlight } from "../emails/api";
import { sendStudentLinks } from "../links/api";
import { type ComputedFields, computedFields } from "./shared/computed-fields";

export interface SlotPattern {
  /** HH:MM on the wall clock of the schedule's zone. */
  first: string;
  last: string;
  slot_minutes: number;
  gap_minutes: number;
  breaks: { start: string; end: string; label: string }[];
}

export type LinkRow = Tables<"link_states">;
export type OciSchedule = Tables<"schedules"> & ComputedFields & { links: LinkRow[] };
export type Schedule = Awaited<ReturnType<typeof fetchSchedule>>;
export type Slot = Awaited<ReturnType<typeof fetchSlots>>[number];

const scheduleColumns =
  `*, ${computedFields}, oci:ocis(id, name, season, employer:employers(id, name), posting:job_postings(id, title))` as const;

async function fetchSchedule(id: string) {
  const { data } = await supabase
    .from("schedules")
    .select(scheduleColumns)
    .eq("id", id)
    .single()
    .overrideTypes<ComputedFields>()
    .throwOnError();
  return { ...data, pattern: asDocument<SlotPattern>(data.pattern) };
}

export const scheduleQuery = (id: string) =>
  queryOptions({ queryKey: ["schedules", id], queryFn: () => fetchSchedule(id) });

export const ociSchedulesQuery = (ociId: string) =>
  queryOptions({
    queryKey: ["schedules", "of-oci", ociId],
    queryFn: async (): Promise<OciSchedule[]> => {
      const [schedules, links] = await Promise.all([
        supabase
          .from("schedules")
          .select(`*, ${computedFields}` as const)
          .eq("oci_id", ociId)
          .order("on_date")
          .order("starts_at")
          .overrideTypes<ComputedFields[]>()
          .throwOnError(),
        supabase.from("link_states").select("*").eq("oci_id", ociId).throwOnError(),
      ]);
      return schedules.data.map((schedule) => ({
        ...schedule,
        links: links.data.filter((link) => link.schedule_id === schedule.id),
      }));
    },
  });

async function fetchSlots(scheduleId: string) {
  const { data } = await supabase
    .from("slots")
    .select(
      "*, student:students(id, full_name, email, program, class_year), slot_interviewers(interviewer_id)",
    )
    .eq("schedule_id", scheduleId)
    .order("starts_at")
    .throwOnError();
  return data;
}

export const slotsQuery = (scheduleId: string) =>
  queryOptions({ queryKey: ["slots", scheduleId], queryFn: () => fetchSlots(scheduleId) });

export const linkStatesQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: ["link-states", scheduleId],
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => isInFlight(status)) ? 1500 : 30_000,
    queryFn: async () => {
      const { data } = await supabase
        .from("link_states")
        .select("*")
        .eq("schedule_id", scheduleId)
        .order("full_name")
        .throwOnError();
      return data;
    },
  });

/** The criteria of sending in bulk: all that a finished schedule meets. */
export const readinessQuery = (scheduleIds: string[]) =>
  queryOptions({
    queryKey: ["readiness", scheduleIds],
    queryFn: async () => {
      const { data } = await supabase
        .rpc("link_readiness", { p_schedule_ids: scheduleIds, p_bulk: true })
        .throwOnError();
      return data;
    },
  });

export interface PlannedSlot {
  starts_at: string;
  ends_at: string;
  kind: Enums<"slot_kind">;
  label: string | null;
}

export const slotPreviewQuery = (date: string, zone: string, pattern: SlotPattern) =>
  queryOptions({
    queryKey: ["slot-preview", date, zone, pattern],
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => {
      return unwrap(
        await supabase.rpc("preview_slots", {
          p_on_date: date,
          p_time_zone: zone,
          p_pattern: { ...pattern },
        }),
      );
    },
  });

export interface ScheduleDraft {
  id?: string;
  ociId: string;
  date: string;
  zone: string;
  format: Enums<"schedule_format">;
  video: Enums<"schedule_video"> | null;
  meetingUrl: string;
  location: string;
  pattern: SlotPattern;
  /** The columns as they were when the edit began: it must not undo another admin's. */
  before?: Json;
  /** Saves even if students lose their slot by it. */
  unassign?: boolean;
}

export const useSaveSchedule = () =>
  useMutation({
    mutationFn: async (draft: ScheduleDraft) => {
      return {
        id: unwrap(
          await supabase.rpc("save_schedule", {
            p_id: draft.id,
            p_oci_id: draft.ociId,
            p_on_date: draft.date,
            p_time_zone: draft.zone,
            p_format: draft.format,
            p_video: draft.video ?? undefined,
            p_meeting_url: draft.meetingUrl,
            p_location: draft.location,
            p_pattern: { ...draft.pattern },
            p_unassign: draft.unassign,
            p_before: draft.before,
          }),
        ),
      };
    },
  });

export async function releaseSchedules(input: { scheduleIds: string[]; released: boolean }) {
  return {
    changed: unwrap(
      await supabase.rpc("release_schedules", {
        p_schedule_ids: input.scheduleIds,
        p_released: input.released,
      }),
    ),
  };
}

/** The students to notify once these schedules are released. */
export const releaseRecipientsQuery = (scheduleIds: string[]) =>
  queryOptions({
    queryKey: ["notify-preview", "released", scheduleIds],
    staleTime: 0,
    queryFn: async () => {
      const rows = await fetchAll(() =>
        supabase
          .rpc("preview_student_links", {
            p_schedule_ids: scheduleIds,
            p_include_unchanged: false,
            p_as_released: true,
          })
          .eq("outcome", "send")
          .order("schedule_id")
          .order("student_id"),
      );
      return [...new Set(rows.map(({ student_id }) => student_id))];
    },
  });

interface Release {
  scheduleIds: string[];
  /** The request id of notifying the students; absent: they are not notified. */
  notifyRequestId?: string;
}

/** Releases and, if asked to, notifies the students. Repeated after a failure, it does what is left. */
export const useReleaseAndNotify = () =>
  useMutation({
    mutationFn: async ({ scheduleIds, notifyRequestId }: Release) => {
      const changed = unwrap(
        await supabase.rpc("release_schedules", { p_schedule_ids: scheduleIds, p_released: true }),
      );
      if (!notifyRequestId) return { changed, notified: null };
      const notified = await sendStudentLinks({
        requestId: notifyRequestId,
        scheduleIds,
        includeUnchanged: false,
      });
      return { changed, notified };
    },
  });

export async function cancelSchedule(input: { scheduleId: string; canceled: boolean }) {
  unwrap(
    await supabase.rpc("cancel_schedule", {
      p_schedule_id: input.scheduleId,
      p_canceled: input.canceled,
    }),
  );
}

export const useCancelSchedule = () => useMutation({ mutationFn: cancelSchedule });

/** Whether people are reminded of this schedule's day. */
export const useSetReminders = (scheduleId: string) =>
  useMutation({
    mutationFn: async (reminders: boolean) => {
      unwrap(
        await supabase
          .from("schedules")
          .update({ reminders })
          .eq("id", scheduleId)
          .select("id")
          .single(),
      );
      return reminders;
    },
    onSuccess: (reminders) =>
      showToast(reminders ? "Reminders for this day are on." : "Reminders for this day are off."),
    onError: (error) => showToast(explainError(error)),
  });
