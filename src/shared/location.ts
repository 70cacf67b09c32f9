import type { Enums } from "../lib/supabase/database.types";
import { formatLabels, videoLabels } from "./labels";

interface Schedule {
  format: Enums<"schedule_format">;
  video: Enums<"schedule_video"> | null;
  location: string | null;
}

/** Where interviews are held: "Room 204", "In-App Video"; as far as it is known. */
export function locationOf({ format, video, location }: Schedule): string {
  if (format === "in_person") return location ?? formatLabels.in_person;
  return video ? videoLabels[video] : formatLabels.virtual;
}
