import { tz, tzOffset } from "@date-fns/tz";
import { format, parseISO } from "date-fns";
import { DomainError } from "../errors/domain-error";

const minute = 60_000;
const day = 24 * 60 * minute;

/** What a clock in the zone shows at that instant, as HH:MM. */
export const wallTime = (instant: string, zone: string): string =>
  format(parseISO(instant), "HH:mm", { in: tz(zone) });

/**
 * The instant at which a clock in the zone shows HH:MM on a date, as ISO in UTC: of two, the later
 * one, as private.at_wall_time has it. DomainError time_skipped where the clocks skip it.
 */
export function atWallTime(date: string, time: string, zone: string): string {
  const wall = Date.parse(`${date}T${time}Z`);
  const instants = [wall - day, wall + day]
    .map((near) => tzOffset(zone, new Date(near)))
    .map((offset) => ({ offset, instant: wall - offset * minute }))
    .filter(({ offset, instant }) => tzOffset(zone, new Date(instant)) === offset)
    .map(({ instant }) => instant);
  if (instants.length === 0) throw new DomainError("time_skipped", { time });
  return new Date(Math.max(...instants)).toISOString();
}
