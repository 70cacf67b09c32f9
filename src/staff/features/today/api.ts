import { queryOptions, useMutation } from "@tanstack/react-query";
import { toCsv } from "../../../lib/csv";
import { formatExact } from "../../../lib/dates/relative-time";
import { unwrap } from "../../../lib/errors/domain-error";
import type { Enums } from "../../../lib/supabase/database.types";
import { fetchAll } from "../../../lib/supabase/fetch-all";
import { fetchInBatches } from "../../../lib/supabase/fetch-in-batches";
import { supabase } from "../../../lib/supabase/staff-client";
import { asDocument } from "../../../lib/supabase/typed-results";
import { outcomeLabels } from "../../labels";

export type Outcome = Enums<"slot_outcome">;
export type InterviewState =
  | "waiting"
  | "in_progress"
  | "overtime"
  | "upcoming"
  | "late"
  | "missed"
  | "completed";

/** One interview of the live board, as live_board() answers it. */
export interface Interview {
  /** The slot's. */
  id: string;
  schedule_id: string;
  employer: string;
  position: string | null;
  format: Enums<"schedule_format">;
  video: Enums<"schedule_video"> | null;
  location: string | null;
  meeting_url: string | null;
  starts_at: string;
  ends_at: string;
  time_zone: string;
  student: string;
  interviewers: { name: string; present: boolean }[];
  /** The names of those of the office who are in the room. */
  staff: string[];
  student_member_id: string | null;
  student_present: boolean;
  student_admitted: boolean;
  student_waiting_since: string | null;
  /** The worst of those who are present. */
  connection: "lost" | "poor" | "new" | "good" | null;
  finished_at: string | null;
  outcome: Outcome | null;
  outcome_note: string | null;
  state: InterviewState;
}

interface LiveBoard {
  /** The server's clock. */
  now: string;
  interviews: Interview[];
}

/** Asked again and again while someone looks: nobody reloads a page to see who has come. */
export const liveBoardQuery = queryOptions({
  queryKey: ["live-board"],
  refetchInterval: 2000,
  staleTime: 0,
  queryFn: async () => {
    const { data } = await supabase.rpc("live_board").throwOnError();
    return asDocument<LiveBoard>(data);
  },
});

export const useAdmit = (options: { onSuccess: () => void; onError: (error: Error) => void }) =>
  useMutation({
    ...options,
    mutationFn: async ({ id, student_member_id }: Interview) => {
      unwrap(
        await supabase.rpc("admit_to_video_room", {
          p_slot_id: id,
          p_member_id: student_member_id ?? "",
        }),
      );
    },
  });

interface OutcomeChange {
  slotId: string;
  outcome: Outcome | null;
  note: string | null;
}

export const useSetOutcome = (onError?: (error: Error) => void) =>
  useMutation({
    onError,
    mutationFn: async ({ slotId, outcome, note }: OutcomeChange) => {
      unwrap(
        await supabase.rpc("set_outcome", {
          p_slot_id: slotId,
          p_outcome: outcome ?? undefined,
          p_note: note ?? undefined,
        }),
      );
    },
  });

export const useMessageRooms = () =>
  useMutation({
    mutationFn: async ({ slotIds, body }: { slotIds: string[]; body: string }) => {
      const result = await supabase.rpc("message_video_rooms", {
        p_slot_ids: slotIds,
        p_body: body,
      });
      return { sent: unwrap(result) };
    },
  });

/** null: back to In-App Video. */
export const useMeetingUrl = (onError?: (error: Error) => void) =>
  useMutation({
    onError,
    mutationFn: async ({ scheduleId, url }: { scheduleId: string; url: string | null }) => {
      unwrap(
        await supabase.rpc("set_meeting_url", {
          p_schedule_id: scheduleId,
          p_url: url ?? undefined,
        }),
      );
    },
  });

/** Who was in the rooms of these interviews, and from when until when. */
export async function attendanceCsv(interviews: readonly Interview[]): Promise<string> {
  const rows = await fetchInBatches(
    interviews.map(({ id }) => id),
    (ids) =>
      fetchAll(() =>
        supabase
          .from("attendance")
          .select("*")
          .in("slot_id", ids)
          .order("starts_at")
          .order("employer")
          .order("slot_id")
          .order("first_seen_at")
          .order("id"),
      ),
  );
  const timestamp = (at: string | null) => at && formatExact(at);
  return toCsv(
    [
      { label: "Date", value: (row) => row.on_date },
      { label: "Employer", value: (row) => row.employer },
      { label: "Position", value: (row) => row.position },
      { label: "Starts", value: (row) => timestamp(row.starts_at) },
      { label: "Ends", value: (row) => timestamp(row.ends_at) },
      { label: "Role", value: (row) => row.role },
      { label: "Name", value: (row) => row.name },
      { label: "First present", value: (row) => timestamp(row.first_seen_at) },
      { label: "Last present", value: (row) => timestamp(row.last_seen_at) },
      { label: "Admitted", value: (row) => timestamp(row.admitted_at) },
      { label: "Outcome", value: ({ outcome }) => outcome && outcomeLabels[outcome] },
      { label: "Note", value: (row) => row.outcome_note },
    ],
    rows,
  );
}
