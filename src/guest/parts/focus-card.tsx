import { formatTimeRange, toDate, zoneAbbreviation } from "../../lib/dates/format-date";
import { cx } from "../../ui/cx";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";
import type { Entry } from "../experience/timeline";
import { duration, onViewersClock, whoElse, whom } from "../experience/wording";
import { CheckDevices } from "./check-devices";
import { Documents } from "./documents";
import { JoinButton } from "./join-button";
import { Place } from "./location";

interface FocusCardProps {
  entry: Entry;
  isNow: boolean;
}

/** The one interview that matters at this moment: the one that is on, or the next. */
export function FocusCard({ entry, isNow }: FocusCardProps) {
  const { now, viewerZone } = useGuest();
  const { starts_at, ends_at, schedule } = entry;
  const zone = schedule.time_zone;
  const viewers = onViewersClock(starts_at, ends_at, zone, viewerZone);
  const left = toDate(isNow ? ends_at : starts_at).getTime() - now;

  return (
    <Card
      aria-labelledby="focus"
      className={cx("flex flex-col gap-4", isNow && "border-accent-ink!")}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <span className={cx("font-semibold", isNow && "text-accent-ink")}>
            {isNow ? "Now" : "Next"}
          </span>
          {" · "}
          {formatTimeRange(starts_at, ends_at, zone)} {zoneAbbreviation(starts_at, zone)}
        </p>
        <p className="text-muted">{isNow ? `${duration(left)} left` : `in ${duration(left)}`}</p>
        {viewers && <p className="w-full text-muted text-sm">{viewers}</p>}
      </div>
      <div>
        <h2 id="focus" className="font-semibold text-xl wrap-anywhere">
          {whom(entry)}
        </h2>
        <p className="text-muted">{whoElse(entry)}</p>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <Place schedule={schedule} />
          {schedule.position && <span className="text-muted">{schedule.position}</span>}
        </p>
        <Documents student={entry.student} />
      </div>
      <JoinButton entry={entry} />
      <CheckDevices schedule={schedule} />
    </Card>
  );
}
