import { formatZone } from "../../lib/dates/format-date";
import { useGuest } from "../experience/guest-context";
import { dayLabel } from "../experience/labels";
import { todaysSchedules } from "../experience/timeline";

/** On a day of interviews: its date, and by whose clock its times are meant. */
export function TodayLine() {
  const { experience } = useGuest();
  const today = todaysSchedules(experience);
  const [first] = today;
  if (!first) return null;
  const places = new Set(today.map(({ time_zone }) => formatZone(time_zone)));
  return (
    <p className="text-muted text-sm">
      {dayLabel(first)}, {[...places].join(" and ")}
    </p>
  );
}
