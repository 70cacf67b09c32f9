import { formatZonedRange, toDate } from "../../lib/dates/format-date";
import { cx } from "../../ui/cx";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";
import { counterpart, counterpartDetails, duration, viewerTimeRange } from "../experience/labels";
import type { Entry } from "../experience/timeline";
import { ChangeMark } from "./change-mark";
import { CheckDevices } from "./check-devices";
import { Documents } from "./documents";
import { JoinButton } from "./join-button";
import { LocationLine } from "./location";

interface FocusCardProps {
  entry: Entry;
  isNow: boolean;
}

/** The one interview that matters at this moment: the one that is on, or the next. */
export function FocusCard({ entry, isNow }: FocusCardProps) {
  const { now, viewerZone } = useGuest();
  const { starts_at, ends_at, schedule } = entry;
  const zone = schedule.time_zone;
  const viewers = viewerTimeRange(starts_at, ends_at, zone, viewerZone);
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
          {formatZonedRange(starts_at, ends_at, zone)}
        </p>
        <p className="text-muted">{isNow ? `${duration(left)} left` : `in ${duration(left)}`}</p>
        {viewers && <p className="w-full text-muted text-sm">{viewers}</p>}
      </div>
      <div>
        <div className="flex flex-wrap items-center gap-x-2">
          <h2 id="focus" className="font-semibold text-xl wrap-anywhere">
            {counterpart(entry)}
          </h2>
          <ChangeMark id={entry.id} />
        </div>
        <p className="text-muted">{counterpartDetails(entry)}</p>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <LocationLine schedule={schedule} />
          {schedule.position && <span className="text-muted">{schedule.position}</span>}
        </p>
        <Documents student={entry.student} />
      </div>
      <JoinButton entry={entry} />
      <CheckDevices schedule={schedule} />
    </Card>
  );
}
