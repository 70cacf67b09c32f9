import { useQuery } from "@tanstack/react-query";
import { listNames } from "../../../../lib/list-names";
import { Banner } from "../../../../ui/feedback/banner";
import type { LinkRow, Schedule } from "../../schedules/api";
import { type StudentNotification, studentNotificationsQuery } from "../notifications-api";

interface NotifiedWarningProps {
  schedule: Schedule;
  links: LinkRow[];
  className?: string;
}

/** Whether their last email may have reached them. */
export const isNotified = ({ status }: Pick<LinkRow | StudentNotification, "status">) =>
  status !== null && status !== "bounced" && status !== "failed";

const namesOf = (people: (LinkRow | StudentNotification)[]) =>
  people.filter(isNotified).map(({ full_name }) => full_name);

/** Who was notified of the schedule, and whether anyone may know of its times. */
export function useNotified(schedule: Schedule, links: LinkRow[]) {
  const { data } = useQuery(studentNotificationsQuery(schedule.id));
  const [interviewers, students] = [namesOf(links), namesOf(data ?? [])];
  const people = [...interviewers, ...students];
  return {
    interviewers,
    students,
    people,
    isAnnounced: schedule.released_at !== null || people.length > 0,
  };
}

/** Who knows of the schedule as it was, before it is saved otherwise. */
export function NotifiedWarning({ schedule, links, className }: NotifiedWarningProps) {
  const { interviewers, students, isAnnounced } = useNotified(schedule, links);
  if (!isAnnounced) return null;
  const count = schedule.assigned_count;
  const see = count === 1 ? "1 student sees" : `${count} students see`;
  return (
    <Banner
      tone="warning"
      title={schedule.released_at ? "This schedule is released" : "People have been notified"}
      className={className}
    >
      {schedule.released_at && count > 0 && <p>{see} the change on their page at once.</p>}
      {interviewers.length > 0 && (
        <p>
          {listNames(interviewers)} {interviewers.length === 1 ? "was" : "were"} sent the Interview
          Link. Their page shows the change at once; notify them afterwards, so that their email and
          calendar agree.
        </p>
      )}
      {students.length > 0 && (
        <p>
          {listNames(students)} {students.length === 1 ? "was" : "were"} notified by email; notify
          them afterwards.
        </p>
      )}
    </Banner>
  );
}
