import { useGuest } from "../guest-context";
import { UpcomingDays } from "../parts/upcoming-days";
import { upcoming } from "../screen";
import { InterviewCard } from "./interview-card";

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
