import { ContactLine } from "../../shared/contact-line";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";
import { dayLabel } from "../experience/labels";

/** After the last day the page is closed: it names the day and nobody who was met on it. */
export function Over() {
  const { experience } = useGuest();
  const last = experience.schedules.findLast(({ canceled }) => !canceled);
  return (
    <Card className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg text-balance">Your interviews are over</h2>
      <p className="text-pretty">
        {last && `They were on ${dayLabel(last)}. `}
        Thank you for coming to {experience.school.school_name}. New interview days will appear
        here.
      </p>
      <ContactLine school={experience.school}>Next steps or feedback?</ContactLine>
    </Card>
  );
}
