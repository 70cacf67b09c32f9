import { ContactLine } from "../../shared/contact-line";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";
import { dayLabel } from "../experience/labels";
import { canceled } from "../experience/screen";

export function Canceled() {
  const { experience } = useGuest();
  return (
    <Card className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg text-balance">Your interviews are canceled</h2>
      <ul>
        {canceled(experience).map((schedule) => (
          <li key={schedule.id}>
            {[dayLabel(schedule), schedule.employer, schedule.position].filter(Boolean).join(" · ")}
          </li>
        ))}
      </ul>
      <ContactLine school={experience.school}>Questions, or need another day?</ContactLine>
    </Card>
  );
}
