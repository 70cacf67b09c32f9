import type { Tables } from "../../../../lib/supabase/database.types";
import { Status } from "../../../../ui/feedback/status";

type Released = Pick<Tables<"schedules">, "released_at" | "changed_since_release" | "canceled_at">;

export function ReleaseState({ schedule }: { schedule: Released }) {
  if (schedule.canceled_at) return <Status mark="dash">Canceled</Status>;
  if (!schedule.released_at) return <Status mark="ring">Not released</Status>;
  if (schedule.changed_since_release) {
    return (
      <Status tone="warning" mark="triangle">
        Changed since release
      </Status>
    );
  }
  return <Status tone="success">Released</Status>;
}
