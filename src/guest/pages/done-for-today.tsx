import { ContactLine } from "../../shared/contact-line";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";
import { upcoming } from "../experience/screen";
import { timelineOf, todaysSchedules } from "../experience/timeline";
import { DayCard } from "../parts/day-card";
import { Earlier } from "../parts/earlier";
import { UpcomingDays } from "../parts/upcoming-days";

export function DoneForToday() {
  const { experience, now } = useGuest();
  const { earlier } = timelineOf(todaysSchedules(experience), now);
  const [next, ...further] = upcoming(experience);
  return (
    <>
      <Card className="flex flex-col gap-2">
        <h2 className="font-semibold text-lg text-balance">That was all for today. Thank you!</h2>
        <p className="text-pretty">
          There is nothing left to do. Today’s interviews stay on this page until midnight.
        </p>
        <ContactLine school={experience.school}>Next steps or feedback?</ContactLine>
      </Card>
      <Earlier entries={earlier} />
      {next && <DayCard schedule={next} />}
      <UpcomingDays schedules={further} />
    </>
  );
}
