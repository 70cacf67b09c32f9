import { CollapsibleList } from "../../../../ui/lists/collapsible-list";
import { useMe } from "../../../app/require-staff";
import { ScheduleName } from "../../schedules/shared/schedule-name";
import type { BulkSchedule } from "../api";
import { ReadinessList } from "../shared/readiness-list";

interface NotReadyProps {
  schedules: BulkSchedule[];
  unmet: ReadonlyMap<string, string[]>;
}

/** Each schedule that is left out, with all that it misses and the way to mend it. */
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
