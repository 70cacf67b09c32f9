import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, type LoaderFunctionArgs, useParams } from "react-router";
import { Banner } from "../../../components/banner";
import { PageHeader } from "../../../components/page-header";
import { formatDate } from "../../../lib/days";
import { queryClient } from "../../query-client";
import { scheduleQuery } from "./api";
import { draftOf } from "./schedule-draft";
import { ScheduleForm } from "./schedule-form";

export async function loader({ params }: LoaderFunctionArgs) {
  await queryClient.ensureQueryData(scheduleQuery(params.scheduleId ?? ""));
  return null;
}

export function Component() {
  const { scheduleId = "" } = useParams();
  const { data: schedule } = useSuspenseQuery(scheduleQuery(scheduleId));
  const backTo = `/admin/schedules/${scheduleId}`;
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
      {schedule.released_at && (
        <Banner tone="warning" className="mx-4 mb-4 max-w-3xl sm:mx-6">
          This schedule is released. People who already got their link see changed times at once;
          send them the link again so that their email and calendar agree.
        </Banner>
      )}
      <ScheduleForm initial={draftOf(schedule)} backTo={backTo} />
    </>
  );
}
