import { tz } from "@date-fns/tz";
import { format, parse, parseISO } from "date-fns";

/** What a clock in the zone shows at that instant, as HH:MM. */
export const wallTime = (instant: string, zone: string): string =>
  format(parseISO(instant), "HH:mm", { in: tz(zone) });

/** The instant at which a clock in the zone shows HH:MM on a date, as ISO in UTC. */
export function atWallTime(date: string, time: string, zone: string): string {
  const at = parse(`${date} ${time}`, "yyyy-MM-dd HH:mm", new Date(), { in: tz(zone) });
  return new Date(at.getTime()).toISOString();
}
