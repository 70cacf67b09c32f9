import { toDate } from "../../lib/dates/format-date";
import { Card } from "../../ui/layout/card";
import type { Schedule } from "../experience/experience";
import { useGuest } from "../experience/guest-context";
import { countdown, dayLabel } from "../experience/labels";
import { CalendarLinks } from "./calendar-links";
import { ChangeMark } from "./change-mark";
import { CheckDevices } from "./check-devices";
import { DayFacts } from "./day-facts";
import { LocationLine } from "./location";
import { Position } from "./position";
import { Subscribe } from "./subscribe";

/** The next day of interviews: when, where, and into the calendar. Who comes shows on the day. */
export function DayCard({ schedule }: { schedule: Schedule }) {
  const { now, viewerZone } = useGuest();
  const { starts_at } = schedule;
  return (
    <Card className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap justify-between gap-x-4 text-muted">
          <p>Your interviews are on</p>
          {starts_at && <p>{countdown(toDate(starts_at).getTime(), now, viewerZone)}</p>}
        </div>
        <h2 className="font-semibold text-[1.375rem] sm:text-xl">
          {dayLabel(schedule)} <ChangeMark id={schedule.id} />
        </h2>
        <DayFacts schedule={schedule} />
      </div>
      <div className="flex flex-col gap-1">
        <Position schedule={schedule} />
        <LocationLine schedule={schedule} />
      </div>
      <p className="text-pretty">They will appear here on that day.</p>
      <CalendarLinks schedule={schedule} />
      <Subscribe />
      <CheckDevices schedule={schedule} />
    </Card>
  );
}
