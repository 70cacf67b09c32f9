import { formatRowTime } from "../../lib/dates/format-date";
import { cx } from "../../ui/cx";
import { useGuest } from "../experience/guest-context";
import { counterpart, counterpartDetails } from "../experience/labels";
import { type Entry, isOn } from "../experience/timeline";
import { ChangeMark } from "./change-mark";
import { Documents } from "./documents";
import { JoinRow } from "./join-button";
import { SlotTime } from "./slot-time";

export function SlotRow({ entry }: { entry: Entry }) {
  const { student } = entry;
  return (
    <li
      className={cx(
        "grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-line border-t py-2 first:border-t-0",
        student ? "min-h-16" : "min-h-12 text-muted",
      )}
    >
      <SlotTime entry={entry} />
      {student ? (
        <div className="min-w-0 wrap-anywhere">
          <p className="font-medium">
            {counterpart(entry)} <ChangeMark id={entry.id} />
          </p>
          <p className="text-muted text-sm">{counterpartDetails(entry)}</p>
        </div>
      ) : (
        <Idle entry={entry} />
      )}
      <JoinRow entry={entry} />
      <Documents student={student} className="col-span-full sm:col-start-2" />
    </li>
  );
}

function Idle({ entry }: { entry: Entry }) {
  const { now } = useGuest();
  const name = entry.kind === "break" ? (entry.label ?? "Break") : "Open";
  if (!isOn(entry, now)) {
    return (
      <p>
        {name} <ChangeMark id={entry.id} />
      </p>
    );
  }
  return (
    <p>
      <span className="font-medium text-ink">Now: {name}</span>,{" "}
      <span className="whitespace-nowrap">
        until {formatRowTime(entry.ends_at, entry.schedule.time_zone)}
      </span>
    </p>
  );
}
