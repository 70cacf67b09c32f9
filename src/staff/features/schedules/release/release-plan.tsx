import { Link } from "react-router";
import { Section } from "../../../../ui/layout/section";
import { CollapsibleList } from "../../../../ui/lists/collapsible-list";
import type { SelectedSchedule } from "../selection-api";
import { ReleaseState } from "../shared/release-state";
import { ScheduleName } from "../shared/schedule-name";
import { releaseGaps } from "./release-gaps";

interface ReleasePlanProps {
  schedules: SelectedSchedule[];
  /** Those that are not released as they now are. */
  open: SelectedSchedule[];
  incomplete: SelectedSchedule[];
}

export function ReleasePlan({ schedules, open, incomplete }: ReleasePlanProps) {
  const groups = [
    { title: "Incomplete", items: incomplete },
    { title: "Complete", items: open.filter((one) => !incomplete.includes(one)) },
    {
      title: "Released already or canceled",
      items: schedules.filter((one) => !open.includes(one)),
    },
  ];
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => (
      <Section key={title} title={`${title}: ${items.length.toLocaleString()}`}>
        <CollapsibleList items={items} noun="schedules">
          {(schedule) => (
            <span className="flex flex-wrap justify-between gap-x-6 gap-y-1">
              <span className="min-w-0 flex-1 basis-56">
                <ScheduleName schedule={schedule} />
              </span>
              <span className="min-w-0 flex-1 basis-80 text-sm">
                <ReleaseState schedule={schedule} />
                {open.includes(schedule) && <Gaps schedule={schedule} />}
              </span>
            </span>
          )}
        </CollapsibleList>
      </Section>
    ));
}

function Gaps({ schedule }: { schedule: SelectedSchedule }) {
  return (
    <ul>
      {releaseGaps(schedule).map(({ missing, fix }) => (
        <li key={missing}>
          <span className="inline-block first-letter:uppercase">{missing}.</span>{" "}
          <Link className="link" to={fix.path(schedule.id)}>
            {fix.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
