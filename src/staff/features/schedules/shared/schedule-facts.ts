import { formatZonedRange } from "../../../../lib/dates/format-date";
import type { Tables } from "../../../../lib/supabase/database.types";
import { locationOf } from "../../../../shared/location";

type LocationFacts = Pick<Tables<"schedules">, "format" | "video" | "location">;

/** Where it takes place, or what is still to be chosen. */
export function scheduleLocation(schedule: LocationFacts): string {
  const { format, video, location } = schedule;
  if (format === "in_person") return locationOf(schedule) + (location ? "" : ", no location yet");
  return locationOf(schedule) + (video ? "" : ", no video chosen");
}

type Times = Pick<Tables<"schedules">, "starts_at" | "ends_at" | "time_zone">;

/** "9:00 AM – 4:30 PM EST" */
export function timesOf({ starts_at, ends_at, time_zone }: Times): string {
  if (!starts_at || !ends_at) return "no slots yet";
  return formatZonedRange(starts_at, ends_at, time_zone);
}
