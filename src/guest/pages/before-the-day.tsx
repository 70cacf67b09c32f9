import { useGuest } from "../experience/guest-context";
import { upcoming } from "../experience/screen";
import { DayCard } from "../parts/day-card";
import { UpcomingDays } from "../parts/upcoming-days";

export function BeforeTheDay() {
  const { experience } = useGuest();
  const [next, ...further] = upcoming(experience);
  return (
    <>
      {next && <DayCard schedule={next} />}
      <UpcomingDays schedules={further} />
    </>
  );
}
