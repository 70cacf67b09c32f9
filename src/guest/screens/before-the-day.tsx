import { useGuest } from "../guest-context";
import { DayCard } from "../parts/day-card";
import { UpcomingDays } from "../parts/upcoming-days";
import { upcoming } from "../screen";

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
