import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { formatDate } from "../../../lib/dates/calendar-date";
import { paths } from "../../../paths";
import { PageHeader } from "../../../ui/layout/page-header";
import { queryClient } from "../../app/query-client";
import { NotifiedWarning } from "../links/shared/notified-warning";
import { linkStatesQuery, scheduleQuery } from "./api";
import { ScheduleForm } from "./form/schedule-form";
import { openSchedule } from "./form/schedule-values";

const queriesFor = (id: string) => [scheduleQuery(id), linkStatesQuery(id)] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [schedule, links] = queriesFor(params.scheduleId ?? "");
  await Promise.all([queryClient.ensureQueryData(schedule), queryClient.ensureQueryData(links)]);
  return null;
}

export function Component() {
  const { scheduleId = "" } = useParams();
  const [{ data: schedule }, { data: links }] = useSuspenseQueries({
    queries: queriesFor(scheduleId),
  });
  const backTo = paths.schedule(scheduleId);
  return (
    <>
      <PageHeader
        title="Edit schedule"
        above={
          <Link to={backTo} className="hover:text-ink hover:underline">
            {schedule.oci.employer.name} · {formatDate(schedule.on_date)}
          </Link>
        }
      />
      <NotifiedWarning schedule={schedule} links={links} className="mx-4 mb-4 max-w-3xl sm:mx-6" />
      <ScheduleForm initial={openSchedule(schedule)} backTo={backTo} />
    </>
  );
}
