import { Banner } from "../../components/banner";
import { useGuest } from "../guest-context";
import { cancelled } from "../screen";
import { dayOf } from "../words";

/** The days that were called off, above those that still hold. */
export function CancelledDays() {
  const { experience } = useGuest();
  return cancelled(experience).map((schedule) => (
    <Banner key={schedule.id} tone="warning" title={`${dayOf(schedule)} is cancelled`}>
      {schedule.position && `${schedule.position}. `}It will not take place.
    </Banner>
  ));
}
