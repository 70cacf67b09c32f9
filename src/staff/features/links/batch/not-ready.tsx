import { CollapsibleList } from "../../../../ui/lists/collapsible-list";
import { useMe } from "../../../app/require-staff";
import type { SelectedSchedule } from "../../schedules/selection-api";
import { ScheduleName } from "../../schedules/shared/schedule-name";
import { ReadinessList } from "../shared/readiness-list";

interface NotReadyProps {
  schedules: SelectedSchedule[];
  unmet: ReadonlyMap<string, string[]>;
}

/** Each schedule that is left out, with what it lacks and a link to fix each. */
export function NotReady({ schedules, unmet }: NotReadyProps) {
  const { isAdmin } = useMe();
  return (
    <CollapsibleList items={schedules} noun="schedules">
      {(schedule) => (
        <span className="flex flex-wrap justify-between gap-x-6 gap-y-1">
          <span className="min-w-0 flex-1 basis-56">
            <ScheduleName schedule={schedule} />
          </span>
          <span className="min-w-0 flex-1 basis-80 text-sm">
            <ReadinessList
              unmet={unmet.get(schedule.id) ?? []}
              fixIn={isAdmin ? schedule.id : undefined}
            />
          </span>
        </span>
      )}
    </CollapsibleList>
  );
}
