import { useQuery } from "@tanstack/react-query";
import { Spinner } from "../../../../ui/feedback/spinner";
import { Section } from "../../../../ui/layout/section";
import { schedulesByIdQuery } from "../../schedules/selection-api";
import type { BatchSummary } from "./batch-api";
import { NotReady } from "./not-ready";

/** What a send skipped, as things were when it was pressed. */
export function LeftOut({ summary }: { summary: BatchSummary }) {
  const { not_ready, unchanged } = summary;
  const ids = not_ready.map(({ schedule_id }) => schedule_id);
  const schedules = useQuery({ ...schedulesByIdQuery(ids), enabled: ids.length > 0 }).data;
  return (
    <>
      {ids.length > 0 && (
        <Section
          title={`Not ready: ${ids.length === 1 ? "1 schedule" : `${ids.length} schedules`}`}
        >
          {schedules ? (
            <NotReady
              schedules={schedules}
              unmet={new Map(not_ready.map((one) => [one.schedule_id, one.unmet] as const))}
            />
          ) : (
            <p className="px-4 sm:px-6">
              <Spinner label="Looking…" />
            </p>
          )}
        </Section>
      )}
      {unchanged > 0 && (
        <p className="px-4 pb-4 text-muted text-sm sm:px-6">
          {unchanged === 1 ? "1 person was" : `${unchanged} people were`} skipped: they already have
          an up-to-date email.
        </p>
      )}
    </>
  );
}
