import { ContactLine } from "../../shared/contact-line";
import { Card } from "../../ui/layout/card";
import { useGuest } from "../experience/guest-context";

export function NothingScheduled() {
  const { experience } = useGuest();
  return (
    <Card className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg text-balance">Nothing is scheduled for you</h2>
      <p className="text-pretty">
        Your link works. As soon as the career office plans a day for you, it shows here.
      </p>
      <ContactLine school={experience.school}>Did you expect one?</ContactLine>
    </Card>
  );
}
