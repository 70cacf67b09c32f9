import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { type LoaderFunctionArgs, useParams } from "react-router";
import { useMedia } from "../../../ui/hooks/use-media";
import { Tabs } from "../../../ui/layout/tabs";
import { queryClient } from "../../app/query-client";
import { useMe } from "../../app/require-staff";
import { ChangesSinceRelease } from "../activity/shared/changes-since-release";
import { LatestActivity } from "../activity/shared/latest-activity";
import { ociApplicantsQuery } from "../assignments/applicants-api";
import { ApplicantsSection } from "../assignments/shared/applicants-section";
import { InterviewersSection } from "../assignments/shared/interviewers-section";
import { ScheduleProposals } from "../assignments/shared/schedule-proposals";
import { studentNotificationsQuery } from "../links/notifications-api";
import { ScheduleNotices } from "../links/shared/schedule-notices";
import { linkStatesQuery, readinessQuery, scheduleQuery, slotsQuery } from "./api";
import { Timeline } from "./day/timeline";
import { ScheduleDialogs } from "./dialogs/schedule-dialogs";
import { ScheduleHeader } from "./schedule-header";

const queriesFor = (id: string) =>
  [
    scheduleQuery(id),
    slotsQuery(id),
    linkStatesQuery(id),
    readinessQuery([id]),
    studentNotificationsQuery(id),
  ] as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const [schedule, slots, links, readiness, notifications] = queriesFor(params.scheduleId ?? "");
  await Promise.all([
    queryClient.ensureQueryData(schedule),
    queryClient.ensureQueryData(slots),
    queryClient.ensureQueryData(links),
    queryClient.ensureQueryData(readiness),
    queryClient.ensureQueryData(notifications),
  ]);
  const { oci_id } = await queryClient.ensureQueryData(schedule);
  await queryClient.ensureQueryData(ociApplicantsQuery(oci_id));
  return null;
}

export function Component() {
  const { scheduleId = "" } = useParams();
  const { isAdmin } = useMe();
  const isWide = useMedia("(width >= 56.25rem)");
  const [
    { data: schedule },
    { data: slots },
    { data: links },
    { data: readiness },
    { data: notifications },
  ] = useSuspenseQueries({ queries: queriesFor(scheduleId) });
  const { data: applicants } = useSuspenseQuery(ociApplicantsQuery(schedule.oci_id));
  const unmet = readiness.filter(({ met }) => !met).map(({ criterion }) => criterion);
  const canChange = isAdmin && !schedule.canceled_at;

  const day = <Timeline {...{ schedule, slots, links, notifications, canChange }} />;
  const people = <InterviewersSection schedule={schedule} links={links} canChange={canChange} />;
  const applied = (
    <ApplicantsSection schedule={schedule} applicants={applicants} canChange={canChange} />
  );
  return (
    <>
      <ScheduleHeader
        schedule={schedule}
        unmet={unmet}
        links={links}
        notifications={notifications}
      />
      <ChangesSinceRelease schedule={schedule} />
      <ScheduleProposals scheduleId={schedule.id} />
      <ScheduleNotices scheduleId={schedule.id} />
      {isWide ? (
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(17rem,22rem)] gap-8 border-line border-t px-6 pt-5">
          {day}
          <div className="flex flex-col gap-8">
            {people}
            {applied}
          </div>
        </div>
      ) : (
        <Tabs
          label="Schedule"
          className="px-4 sm:px-6"
          tabs={[
            { id: "day", label: "Day", content: day },
            { id: "people", label: `Interviewers (${links.length})`, content: people },
            { id: "applicants", label: `Applicants (${applicants.length})`, content: applied },
          ]}
        />
      )}
      <LatestActivity of={{ schedule: scheduleId }} />
      {isAdmin && (
        <ScheduleDialogs schedule={schedule} slots={slots} links={links} applicants={applicants} />
      )}
    </>
  );
}
