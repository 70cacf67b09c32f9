import { isPast, parseISO } from "date-fns";
import type { Tables } from "../../../../lib/supabase/database.types";

/** Whether the last interview of the day has ended. */
export const isOver = ({ ends_at }: Pick<Tables<"schedules">, "ends_at">): boolean =>
  ends_at !== null && isPast(parseISO(ends_at));
