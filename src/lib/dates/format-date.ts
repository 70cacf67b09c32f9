import {
  clocksAgree,
  formatRowRange,
  type Instant,
  zoneCity,
} from "../../../supabase/functions/_shared/dates.ts";

// Functions are deployed as a folder of their own, so what they share with the pages lives there.
export * from "../../../supabase/functions/_shared/dates.ts";

/** The IANA zone of the viewer's own clock. */
export function viewerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "3:00–3:30 PM in London", or null where the viewer's clock agrees with the schedule's. */
export function formatForViewer(
  start: Instant,
  end: Instant,
  scheduleZone: string,
  zone = viewerZone(),
): string | null {
  if (clocksAgree(start, scheduleZone, zone) && clocksAgree(end, scheduleZone, zone)) return null;
  return `${formatRowRange(start, end, zone)} in ${zoneCity(zone)}`;
}
