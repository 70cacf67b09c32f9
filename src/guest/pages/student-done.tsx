import { ContactLine } from "../../shared/contact-line";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";
import { timelineOf, todaysSchedules } from "../experience/timeline";
import { Earlier } from "../parts/earlier";
import { StudentBefore } from "./student-before";

export function StudentDone() {
  const { experience, now } = useGuest();
  const { earlier } = timelineOf(todaysSchedules(experience), now);
  return (
    <>
      <Card className="flex flex-col gap-2">
        <h2 className="font-semibold text-lg text-balance">That was all for today. Well done!</h2>
        <p className="text-pretty">
          There is nothing left to do. The employer or the career office will contact you about next
          steps.
        </p>
        <ContactLine school={experience.school}>Did something go wrong?</ContactLine>
      </Card>
      <Earlier entries={earlier} />
      <StudentBefore />
    </>
  );
}
