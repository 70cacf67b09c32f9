import { useGuest } from "../experience/guest-context";
import { upcoming } from "../experience/screen";
import { InterviewCard } from "../parts/interview-card";
import { UpcomingDays } from "../parts/upcoming-days";

export function StudentBefore() {
  const { experience } = useGuest();
  const [next, ...further] = upcoming(experience);
  return (
    <>
      {next && <InterviewCard schedule={next} />}
      <UpcomingDays schedules={further} />
    </>
  );
}
