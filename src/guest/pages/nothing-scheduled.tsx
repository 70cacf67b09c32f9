import { ContactLine } from "../../shared/contact-line";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";

export function NothingScheduled() {
  const { experience } = useGuest();
  return (
    <Card className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg text-balance">Nothing is scheduled for you</h2>
      <p className="text-pretty">
        Your link works. Interviews will appear here once the career office schedules them.
      </p>
      <ContactLine school={experience.school}>Expecting an interview?</ContactLine>
    </Card>
  );
}
