import { Banner } from "../../../components/banner";
import type { LinkRow, Schedule } from "./api";

interface ToldWarningProps {
  schedule: Schedule;
  links: LinkRow[];
  className?: string;
}

const told = ({ status }: LinkRow) => status && status !== "bounced" && status !== "failed";

/** Whether someone relies on these times already. */
export const isTold = (schedule: Schedule, links: LinkRow[]) =>
  schedule.released_at !== null || links.some(told);

/** Who knows of the schedule as it was, before it is saved otherwise. */
export function ToldWarning({ schedule, links, className }: ToldWarningProps) {
  if (!isTold(schedule, links)) return null;
  const names = links.filter(told).map(({ full_name }) => full_name);
  const people = new Intl.ListFormat("en").format(names);
  const count = schedule.assigned_count;
  const students = count === 1 ? "1 student sees" : `${count} students see`;
  return (
    <Banner
      tone="warning"
      title={schedule.released_at ? "This schedule is released" : "Links have been sent"}
      className={className}
    >
      {schedule.released_at && count > 0 && <p>{students} the change on their page at once.</p>}
      {names.length > 0 && (
        <p>
          {people} {names.length === 1 ? "was" : "were"} sent the Interview Link. Their page shows
          the change at once; send the link again so that their email and calendar agree.
        </p>
      )}
    </Banner>
  );
}
