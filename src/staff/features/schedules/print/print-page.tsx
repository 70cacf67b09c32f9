import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { formatDate } from "../../../../lib/dates/calendar-date";
import { paths } from "../../../../paths";
import { Button } from "../../../../ui/buttons/button";
import { buttonClass } from "../../../../ui/buttons/button-class";
import { queryClient } from "../../../app/query-client";
import { ExportButton } from "../../../lists/export-button";
import { linkStatesQuery, scheduleQuery, slotsQuery } from "../api";
import { scheduleLocation, timesOf } from "../shared/schedule-facts";
import { PrintedSlots } from "./printed-slots";
import { scheduleCsv, slotLines } from "./slot-lines";

const queriesFor = (id: string) =>
  [scheduleQuery(id), slotsQuery(id), linkStatesQuery(id)] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [schedule, slots, links] = queriesFor(params.scheduleId ?? "");
  await Promise.all([
    queryClient.ensureQueryData(schedule),
    queryClient.ensureQueryData(slots),
    queryClient.ensureQueryData(links),
  ]);
  return null;
}

/** A schedule as it goes to paper or into a spreadsheet. */
export function Component() {
  const { scheduleId = "" } = useParams();
  const [{ data: schedule }, { data: slots }, { data: links }] = useSuspenseQueries({
    queries: queriesFor(scheduleId),
  });
  const { oci, on_date } = schedule;
  const lines = slotLines(schedule, slots, links);
  const title = [oci.employer.name, oci.posting?.title].filter(Boolean).join(" · ");

  return (
    <main className="mx-auto max-w-4xl p-4 sm:p-6 print:max-w-none print:p-0">
      <title>{`${title}, ${formatDate(on_date)}`}</title>
      <div className="mb-6 flex flex-wrap gap-2 print:hidden">
        <Button variant="primary" onClick={() => print()}>
          Print
        </Button>
        <ExportButton
          name={`schedule-${on_date}`}
          load={async () => scheduleCsv(schedule, lines)}
        />
        <Link to={paths.schedule(schedule.id)} className={buttonClass("quiet")}>
          Back to the schedule
        </Link>
      </div>
      <h1 className="font-semibold text-lg">{title}</h1>
      <p>
        {formatDate(on_date)}, {timesOf(schedule)} · {scheduleLocation(schedule)}
        {!schedule.released_at && " · Not released"}
        {schedule.canceled_at && " · Canceled"}
      </p>
      <p className="mb-4">
        {links.length > 0
          ? `Interviewers: ${links.map(({ full_name }) => full_name).join(", ")}`
          : "No interviewers yet"}
      </p>
      <PrintedSlots lines={lines} />
    </main>
  );
}
