import type { Tables } from "../../../../lib/supabase/database.types";
import { Status } from "../../../../ui/feedback/status";

type Released = Pick<
  Tables<"schedules">,
  "released_at" | "released_revision" | "revision" | "cancelled_at"
>;

export function isChangedSinceRelease(schedule: Released): boolean {
  return schedule.released_at !== null && (schedule.released_revision ?? 0) < schedule.revision;
}

export function ReleaseState({ schedule }: { schedule: Released }) {
  if (schedule.cancelled_at) return <Status mark="dash">Cancelled</Status>;
  if (!schedule.released_at) return <Status mark="ring">Not released</Status>;
  if (isChangedSinceRelease(schedule)) {
    return (
      <Status tone="warning" mark="triangle">
        Changed since release
      </Status>
    );
  }
  return <Status tone="success">Released</Status>;
}
