import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatRowRange } from "../../../../lib/dates/format-date";
import type { Schedule } from "../../schedules/api";
import { useSendStudentLinks } from "../api";
import { notifyPreviewQuery } from "../preview-api";
import { SendForm } from "../send/send-form";
import { SendFrame } from "../send/send-frame";

interface NotifyDialogProps {
  schedule: Schedule;
  /** One student; null: everyone who needs it. */
  onlyTo: string | null;
  onClose: () => void;
}

export function NotifyDialog({ schedule, onlyTo, onClose }: NotifyDialogProps) {
  const preview = useQuery(notifyPreviewQuery(schedule.id));
  const [batchId, setBatchId] = useState<string | null>(null);
  const { mutateAsync } = useSendStudentLinks();
  const send = (studentIds: string[], requestId: string) =>
    mutateAsync({ requestId, scheduleIds: [schedule.id], studentIds, includeUnchanged: true });
  const frame = { schedule, preview, batchId, onClose };

  return (
    <SendFrame title="Notify students" {...frame}>
      {({ people }) => (
        <SendForm
          people={people.map((one) => ({ ...one, id: one.student_id, note: noteOf(one) }))}
          onlyTo={onlyTo}
          test={{ kind: "student_link", scheduleIds: [schedule.id] }}
          send={send}
          onSent={setBatchId}
        >
          Each gets a personal email with their own time, link and a calendar file. Sending again
          sends the same link.
        </SendForm>
      )}
    </SendFrame>
  );
}

interface Notice {
  is_assigned: boolean;
  starts_at: string;
  ends_at: string;
  time_zone: string;
}

function noteOf({ is_assigned, starts_at, ends_at, time_zone }: Notice): string {
  if (!is_assigned) return "no longer on this schedule; will be notified";
  return formatRowRange(starts_at, ends_at, time_zone);
}
