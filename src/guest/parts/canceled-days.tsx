import { Banner } from "../../ui/feedback/banner";
import type { Schedule } from "../experience/experience";
import { useGuest } from "../experience/guest-context";
import { dayLabel } from "../experience/labels";
import { canceled } from "../experience/screen";

const what = (schedule: Schedule) =>
  schedule.employer
    ? `Your interview with ${schedule.employer} on ${dayLabel(schedule)}`
    : dayLabel(schedule);

/** The days that were called off, above those that still hold. */
export function CanceledDays() {
  const { experience } = useGuest();
  return canceled(experience).map((schedule) => (
    <Banner key={schedule.id} tone="warning" title={`${what(schedule)} is canceled`}>
      {schedule.position && `${schedule.position}. `}It will not take place.
    </Banner>
  ));
}
