import { zonePlace } from "../../lib/dates/format-date";
import { useGuest } from "../experience/guest-context";
import { todaysSchedules } from "../experience/timeline";
import { dayOf } from "../experience/wording";

/** On a day of interviews: its date, and by whose clock its times are meant. */
export function TodayLine() {
  const { experience } = useGuest();
  const today = todaysSchedules(experience);
  const [first] = today;
  if (!first) return null;
  const places = new Set(today.map(({ time_zone }) => zonePlace(time_zone)));
  return (
    <p className="text-muted text-sm">
      {dayOf(first)}, {[...places].join(" and ")}
    </p>
  );
}
