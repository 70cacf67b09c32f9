import { useQuery } from "@tanstack/react-query";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import type { Tables } from "../../../../lib/supabase/database.types";
import { Banner } from "../../../../ui/feedback/banner";
import { changesSinceQuery } from "../api";
import { describeActivity } from "../describe/describe";

/** What makes a released schedule say "Changed since release". */
export function ChangesSinceRelease({
  schedule,
}: {
  schedule: Omit<Tables<"schedules">, "pattern">;
}) {
  const isChanged = !schedule.canceled_at && schedule.changed_since_release;
  const changes = useQuery({
    ...changesSinceQuery(schedule.id, schedule.released_at ?? ""),
    enabled: isChanged,
  }).data;
  if (!isChanged || !changes?.length) return null;
  return (
    <Banner
      tone="warning"
      title={`Changed since its release, ${formatTimestamp(schedule.released_at ?? "")}`}
      className="mx-4 mb-4 sm:mx-6"
    >
      <ul>
        {changes.map((row) => (
          <li key={row.id}>
            {row.actor_name} {describeActivity(row)}, {formatTimestamp(row.at)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
