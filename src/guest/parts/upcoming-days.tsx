import type { Schedule } from "../experience/experience";
import { dayLabel } from "../experience/labels";
import { CalendarLinks } from "./calendar-links";
import { ChangeMark } from "./change-mark";
import { DayFacts } from "./day-facts";
import { Disclosure } from "./disclosure";
import { LocationLine } from "./location";

/** Further days, a row each, with the calendar links folded away. */
export function UpcomingDays({ schedules }: { schedules: Schedule[] }) {
  if (schedules.length === 0) return null;
  return (
    <section>
      <h2 className="font-medium text-muted text-sm">Also coming up</h2>
      <ul>
        {schedules.map((schedule) => (
          <UpcomingDay key={schedule.id} schedule={schedule} />
        ))}
      </ul>
    </section>
  );
}

function UpcomingDay({ schedule }: { schedule: Schedule }) {
  const { starts_at, employer, position } = schedule;
  return (
    <li className="flex flex-col border-line border-t py-3 first:border-t-0">
      <h3 className="font-semibold">
        {dayLabel(schedule)} <ChangeMark id={schedule.id} />
      </h3>
      <DayFacts schedule={schedule} />
      <p className="flex flex-wrap gap-x-3 text-muted">
        {employer && <span>{employer}</span>}
        {position && <span>{position}</span>}
        <LocationLine schedule={schedule} />
      </p>
      {starts_at && (
        <Disclosure summary="Add to calendar">
          <CalendarLinks schedule={schedule} />
        </Disclosure>
      )}
    </li>
  );
}
