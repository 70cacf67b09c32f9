import { listNames } from "../../../../lib/list-names";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { useMe } from "../../../app/require-staff";
import { useDialog } from "../../../url/use-dialog";
import type { Schedule } from "../../schedules/api";
import type { StudentNotification } from "../notifications-api";

interface RemovedStudentsProps {
  schedule: Schedule;
  notifications: StudentNotification[];
}

/** Students notified of an interview that was then canceled or taken from them. */
export function RemovedStudents({ schedule, notifications }: RemovedStudentsProps) {
  const { isAdmin } = useMe();
  const { openDialog } = useDialog("schedule");
  const isCanceled = schedule.canceled_at !== null;
  const people = notifications.filter((one) => (isCanceled ? one.email_id : !one.is_assigned));
  if (people.length === 0) return null;
  const names = listNames(people.map(({ full_name }) => full_name));
  const were = people.length === 1 ? "was" : "were";
  const holds = isCanceled ? "the schedule is canceled" : "they have no interview here";
  return (
    <Banner
      tone="warning"
      title={`${names} ${were} notified of an interview that will not take place`}
      className="mx-4 mb-4 sm:mx-6"
      action={
        isAdmin &&
        !isCanceled && (
          <Button size="sm" onClick={() => openDialog("notify")}>
            Notify students
          </Button>
        )
      }
    >
      {isCanceled
        ? `Now ${holds}. Their page shows this; call or email them as well.`
        : `Now ${holds}. Their page shows this; notify them to send it by email too.`}
    </Banner>
  );
}
