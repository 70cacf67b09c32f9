import { dayLabel } from "../experience/labels";
import { DayFacts } from "../parts/day-facts";
import { LocationLine } from "../parts/location";
import type { Colleague, OverviewApi, OverviewDay } from "./api";
import { Interviewer } from "./interviewer";

interface DayProps {
  day: OverviewDay;
  colleagues: Colleague[];
  api: OverviewApi;
  onDone: () => void;
}

export function Day({ day, colleagues, ...actions }: DayProps) {
  const taken = new Set(day.interviewers.map(({ id }) => id));
  const free = colleagues.filter(({ id }) => !taken.has(id));
  return (
    <section className="border-line border-t pt-3">
      <h3 className="flex flex-wrap gap-x-3 font-semibold">
        {dayLabel(day)}
        {day.canceled && <span className="text-danger">Canceled</span>}
      </h3>
      <DayFacts schedule={day} />
      <p className="flex flex-wrap gap-x-3 text-muted">
        {day.position && <span>{day.position}</span>}
        <LocationLine schedule={day} />
      </p>
      <ul>
        {day.interviewers.map((interviewer) => (
          <Interviewer
            key={interviewer.id}
            {...{ day, interviewer, ...actions }}
            substitutes={free}
          />
        ))}
      </ul>
      {day.interviewers.length === 0 && <p className="py-2">No interviewers yet.</p>}
    </section>
  );
}
