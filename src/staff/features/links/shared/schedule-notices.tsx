import { useQuery } from "@tanstack/react-query";
import { formatTimestamp } from "../../../../lib/dates/relative-time";
import { explainError } from "../../../../lib/errors/explain-error";
import { listNames } from "../../../../lib/list-names";
import { Button } from "../../../../ui/buttons/button";
import { Banner } from "../../../../ui/feedback/banner";
import { showToast } from "../../../../ui/feedback/toast";
import { useMe } from "../../../app/require-staff";
import { useDialog } from "../../../url/use-dialog";
import { noticesPreviewQuery, useCallOff, useSendNow, waitingNoticesQuery } from "../notices-api";
import { countPeople, describeNotice } from "./describe-notice";

/** Whom a schedule's changes have not reached, and the notices that are about to leave. */
export function ScheduleNotices({ scheduleId }: { scheduleId: string }) {
  return (
    <>
      <Waiting scheduleId={scheduleId} />
      <Outstanding scheduleId={scheduleId} />
    </>
  );
}

function Outstanding({ scheduleId }: { scheduleId: string }) {
  const { isAdmin } = useMe();
  const { openDialog } = useDialog("schedule");
  const { data = [] } = useQuery(noticesPreviewQuery([scheduleId]));
  const people = [...new Set(data.map(({ person_id }) => person_id))];
  if (people.length === 0) return null;
  const lines = data.filter((notice) => notice.schedule_id === scheduleId);
  return (
    <Banner
      tone="warning"
      title={`${countPeople(people.length)} to notify`}
      className="mx-4 mb-4 sm:mx-6"
      action={
        isAdmin && (
          <Button size="sm" icon="send" onClick={() => openDialog("notices")}>
            Notify {countPeople(people.length)}
          </Button>
        )
      }
    >
      <ul>
        {lines.slice(0, shown).map((notice) => (
          <li key={notice.person_id}>
            {notice.full_name}: {describeNotice(notice)}
          </li>
        ))}
        {lines.length > shown && <li>and {countPeople(lines.length - shown)} more</li>}
      </ul>
    </Banner>
  );
}

const shown = 5;

function Waiting({ scheduleId }: { scheduleId: string }) {
  const { isAdmin } = useMe();
  const { data = [] } = useQuery(waitingNoticesQuery(scheduleId));
  const onError = (error: Error) => showToast(explainError(error));
  const sendNow = useSendNow();
  const callOff = useCallOff();
  const [first] = data;
  if (!first) return null;
  const ids = data.map(({ id }) => id);
  return (
    <Banner
      title={`${data.length === 1 ? "1 notice leaves" : `${data.length} notices leave`} ${formatTimestamp(first.due_at)}`}
      className="mx-4 mb-4 sm:mx-6"
      action={
        isAdmin && (
          <>
            <Button
              size="sm"
              isPending={sendNow.isPending}
              onClick={() => sendNow.mutate(ids, { onError })}
            >
              Send now
            </Button>
            <Button
              size="sm"
              isPending={callOff.isPending}
              onClick={() => callOff.mutate(ids, { onError })}
            >
              Don’t send
            </Button>
          </>
        )
      }
    >
      To {listNames(data.map(({ to_name }) => to_name))}. What you edit until then is in the same
      email; what you undo is not sent.
    </Banner>
  );
}
