import { formatTimeRange, zoneAbbreviation } from "../../../../lib/dates/format-date";
import type { Tables } from "../../../../lib/supabase/database.types";

type LocationFacts = Pick<Tables<"schedules">, "format" | "video" | "room">;

/** Where it takes place, in the office's words. */
export function locationOf({ format, video, room }: LocationFacts): string {
  if (format === "in_person") return room ?? "In person, no room yet";
  if (video === "in_app") return "In-App Video";
  return video === "employer_url" ? "Employer’s video" : "Virtual, no video chosen";
}

type Times = Pick<Tables<"schedules">, "starts_at" | "ends_at" | "time_zone">;

/** "9:00 AM – 4:30 PM EST" */
export function timesOf({ starts_at, ends_at, time_zone }: Times): string {
  if (!starts_at || !ends_at) return "no slots yet";
  return `${formatTimeRange(starts_at, ends_at, time_zone)} ${zoneAbbreviation(starts_at, time_zone)}`;
}
