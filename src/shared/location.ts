import type { Enums } from "../lib/supabase/database.types";
import { formatLabels, videoLabels } from "./labels";

interface Schedule {
  format: Enums<"schedule_format">;
  video: Enums<"schedule_video"> | null;
  room: string | null;
}

/** Where interviews are held: "Room 204", "In-App Video"; as far as it is known. */
export function locationOf({ format, video, room }: Schedule): string {
  if (format === "in_person") return room ?? formatLabels.in_person;
  return video ? videoLabels[video] : formatLabels.virtual;
}
