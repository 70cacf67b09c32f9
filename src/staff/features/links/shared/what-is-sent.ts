import type { Tables } from "../../../../lib/supabase/database.types";

type Where = Pick<Tables<"schedules">, "format" | "video">;

/** Where there is no room of ours to enter, the email holds the schedule: times and place. */
export const isScheduleSent = ({ format, video }: Where): boolean =>
  format === "in_person" || video === "external";

/** "Interview Link" or "Schedule": what interviewers are sent. */
export const whatIsSent = (schedule: Where): string =>
  isScheduleSent(schedule) ? "Schedule" : "Interview Link";
