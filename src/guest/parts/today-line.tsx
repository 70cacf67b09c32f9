import type { Schedule } from "../experience";
import { dayOf } from "../words";
import { DayFacts } from "./day-facts";

/** Today's date and times, once for each of today's schedules. */
export function TodayLine({ schedules }: { schedules: Schedule[] }) {
  return schedules.map((schedule) => (
    <div key={schedule.id}>
      <p>
        {dayOf(schedule)}
        {schedule.position && ` · ${schedule.position}`}
      </p>
      <DayFacts schedule={schedule} />
    </div>
  ));
}
