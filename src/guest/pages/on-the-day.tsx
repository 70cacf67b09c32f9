import { useGuest } from "../experience/guest-context";
import { upcoming } from "../experience/screen";
import { timelineOf, todaysSchedules } from "../experience/timeline";
import { Earlier } from "../parts/earlier";
import { FocusCard } from "../parts/focus-card";
import { SlotList } from "../parts/slot-list";
import { UpcomingDays } from "../parts/upcoming-days";

export function OnTheDay() {
  const { experience, now } = useGuest();
  const today = todaysSchedules(experience);
  const { focus, isNow, idle, later, earlier } = timelineOf(today, now);
  return (
    <>
      <SlotList entries={idle} />
      {focus ? (
        <FocusCard entry={focus} isNow={isNow} />
      ) : (
        <p>{earlier.length > 0 ? "No more" : "No"} interviews are scheduled for you today.</p>
      )}
      <SlotList entries={later} label={isNow ? "Next" : "Later"} />
      <Earlier entries={earlier} />
      <UpcomingDays schedules={upcoming(experience)} />
    </>
  );
}
