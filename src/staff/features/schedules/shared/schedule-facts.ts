import { formatTimeRange, zoneAbbreviation } from "../../../../lib/dates/format-date";
import type { Tables } from "../../../../lib/supabase/database.types";
import { videoLabels } from "../../../../shared/labels";

type LocationFacts = Pick<Tables<"schedules">, "format" | "video" | "location">;

/** "Room 204", "In-App Video" */
export function locationOf({ format, video, location }: LocationFacts): string {
  if (format === "in_person") return location ?? "In person, no location yet";
  return video ? videoLabels[video] : "Virtual, no video chosen";
}

type Times = Pick<Tables<"schedules">, "starts_at" | "ends_at" | "time_zone">;

/** "9:00 AM – 4:30 PM EST" */
export function timesOf({ starts_at, ends_at, time_zone }: Times): string {
  if (!starts_at || !ends_at) return "no slots yet";
  return `${formatTimeRange(starts_at, ends_at, time_zone)} ${zoneAbbreviation(starts_at, time_zone)}`;
}
