import { Banner } from "../../components/banner";
import type { Schedule } from "../experience";
import { useGuest } from "../guest-context";
import { cancelled } from "../screen";
import { dayOf } from "../words";

const what = (schedule: Schedule) =>
  schedule.employer
    ? `Your interview with ${schedule.employer} on ${dayOf(schedule)}`
    : dayOf(schedule);

/** The days that were called off, above those that still hold. */
export function CancelledDays() {
  const { experience } = useGuest();
  return cancelled(experience).map((schedule) => (
    <Banner key={schedule.id} tone="warning" title={`${what(schedule)} is cancelled`}>
      {schedule.position && `${schedule.position}. `}It will not take place.
    </Banner>
  ));
}
