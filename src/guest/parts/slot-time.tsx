import { clocksAgree, formatRowTime, hasClockChange, toDate } from "../../lib/dates/format-date";
import { cx } from "../../ui/cx";
import { useGuest } from "../experience/guest-context";
import { timeWithZone } from "../experience/labels";
import type { Entry } from "../experience/timeline";

/** When a slot begins, in its schedule's zone, and below it on the viewer's clock if that differs. */
export function SlotTime({ entry }: { entry: Entry }) {
  const { viewerZone } = useGuest();
  const { starts_at, schedule } = entry;
  const zone = schedule.time_zone;
  const isNamed = hasClockChange(starts_at, zone);
  const machineReadable = toDate(starts_at).toISOString();
  if (clocksAgree(starts_at, zone, viewerZone)) {
    return (
      <time dateTime={machineReadable} className={cx("shrink-0", isNamed ? "w-28" : "w-20")}>
        {formatRowTime(starts_at, zone)}
      </time>
    );
  }
  return (
    <time dateTime={machineReadable} className="flex w-33 shrink-0 flex-col">
      <span>{timeWithZone(starts_at, zone)}</span>
      <span className="text-muted text-sm">{timeWithZone(starts_at, viewerZone)}</span>
    </time>
  );
}
